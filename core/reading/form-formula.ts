import type { LiveFormula } from '../form/live-formula.ts';
import { cellName, type GridRow } from '../grid.ts';
import type { Field } from '../layout.ts';
import type { PlanTable } from './plan-table.ts';

/** Whether a cell's formula is one of the form's own in that row, however the program that saved it writes formulas. */
export function isFormFormula<F extends Field>(text: string, own: readonly LiveFormula[], table: PlanTable<F>, row: GridRow): boolean {
  const written = canonical(text);
  return own.some((formula) => expected(formula, table, row.number) === written);
}

const MOST_REMEMBERED = 2048;
/** Longer is none of the form's. */
const LONGEST = 16_384;
const canonicals = new Map<string, string>();

/** The form's formulas in the rows of a table whose columns stand where they do; tables of many forms share them. */
type Expectations = Map<LiveFormula, Map<number, string>>;

const MOST_PLACES = 16;
const byPlace = new Map<string, Expectations>();
const byTable = new WeakMap<PlanTable, Expectations>();

function expected<F extends Field>(formula: LiveFormula, table: PlanTable<F>, row: number): string {
  const columns: Readonly<Partial<Record<Field, number>>> = table.columns; // fields of one sheet are fields
  const expectations = byTable.get(table) ?? expectationsOf(table, columns);
  const rows = expectations.get(formula) ?? new Map<number, string>();
  expectations.set(formula, rows);
  const known = rows.get(row);
  if (known !== undefined) return known;
  const made = canonical(formula.text((field) => (columns[field] === undefined ? '#REF!' : cellName(row, columns[field]))));
  if (rows.size >= MOST_REMEMBERED) rows.clear();
  rows.set(row, made);
  return made;
}

function expectationsOf(table: PlanTable, columns: Readonly<Partial<Record<Field, number>>>): Expectations {
  const place = [table.layout.title, ...table.layout.columns.map(({ field }) => columns[field] ?? 0)].join(' ');
  const expectations: Expectations = byPlace.get(place) ?? new Map();
  if (byPlace.size >= MOST_PLACES) byPlace.clear();
  byPlace.set(place, expectations);
  byTable.set(table, expectations);
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
