import type { LiveFormula } from '../form/live-formula.ts';
import { cellName, type GridRow } from '../grid.ts';
import type { Field, SheetLayout } from '../layout.ts';
import type { PlanTable } from './plan-table.ts';

/** Whether a cell's formula is one of the form's own in that row, however the program that saved it writes formulas. */
export function isFormFormula<F extends Field>(text: string, own: readonly LiveFormula[], table: PlanTable<F>, row: GridRow): boolean {
  for (const formula of own) if (expectedIn(table, formula, row.number).seen === text) return true;
  const written = canonical(text);
  const found = own.map((formula) => expectedIn(table, formula, row.number)).find((one) => canonical(one.text) === written);
  if (found) found.seen = text;
  return found !== undefined;
}

const MOST_REMEMBERED = 2048;
/** Longer is none of the form's. */
const LONGEST = 16_384;
const canonicals = new Map<string, string>();

/** A formula of the form in one row: as the form has it, and as the last workbook that had it wrote it, which others do likewise. */
interface Expected {
  readonly text: string;
  seen: string;
}

/** The form's formulas in the rows of a table whose columns stand where they do; tables of many forms share them. */
interface Expectations {
  readonly layout: SheetLayout;
  readonly columns: PlanTable['columns'];
  readonly formulas: Map<LiveFormula, Map<number, Expected>>;
}

const MOST_PLACES = 16;
const places: Expectations[] = [];
/** Of the table that was asked about last: it is asked about row by row. */
let last: { readonly table: PlanTable; readonly expectations: Expectations } | null = null;

function expectedIn(table: PlanTable, formula: LiveFormula, row: number): Expected {
  if (last?.table !== table) last = { table, expectations: expectationsOf(table) };
  const { columns, formulas } = last.expectations;
  const rows = formulas.get(formula) ?? new Map<number, Expected>();
  formulas.set(formula, rows);
  const known = rows.get(row);
  if (known !== undefined) return known;
  const text = formula.text((field) => (columns[field] === undefined ? '#REF!' : cellName(row, columns[field])));
  const made: Expected = { text, seen: text };
  if (rows.size >= MOST_REMEMBERED) rows.clear();
  rows.set(row, made);
  return made;
}

function expectationsOf(table: PlanTable): Expectations {
  const { layout, columns } = table;
  const known = places.find((one) => one.layout === layout && layout.columns.every(({ field }) => one.columns[field] === columns[field]));
  const expectations = known ?? { layout, columns, formulas: new Map() };
  if (!known && places.length >= MOST_PLACES) places.shift();
  if (!known) places.push(expectations);
  return expectations;
}

const BEGINNING = /^(?:of:)?=?\+?/i;

/** Texts in quotes; what programs write about a formula without meaning anything by it; a separator of some languages; all else. */
const PIECES = /("(?:[^"]|"")*"?)|(\s+|\$|@|_xlfn\.|_xlws\.)|(;)|([^"\s$@;_]+|_)/giu;

/** One spelling for all ways in which Excel, WPS, LibreOffice and Google write the same formula. */
function canonical(text: string): string {
  if (text.length > LONGEST) return text;
  const known = canonicals.get(text);
  if (known !== undefined) return known;
  const written = text.replace(BEGINNING, '').replace(PIECES, (_, quoted?: string, noise?: string, separator?: string, other?: string) => {
    if (quoted !== undefined) return quoted.normalize('NFC');
    if (noise !== undefined) return '';
    return separator === undefined ? (other ?? '').toUpperCase() : ',';
  });
  if (canonicals.size >= MOST_REMEMBERED) canonicals.clear();
  canonicals.set(text, written);
  return written;
}
