import type { CellOf } from '../form/condition.ts';
import type { LiveFormula } from '../form/live-formula.ts';
import { ownRowCell } from '../form/own-row.ts';
import { cellName, type GridRow } from '../grid.ts';
import type { Field, SheetLayout } from '../layout.ts';
import type { PlanTable } from './plan-table.ts';

/**
 * Whether a cell's formula is one of the form's own in that row, however the program that saved it writes formulas. Forms of the first
 * releases named each cell by its row.
 */
export function isFormFormula<F extends Field>(text: string, own: readonly LiveFormula[], table: PlanTable<F>, row: GridRow): boolean {
  const expected = own.map((formula) => expectedIn(table, formula));
  if (expected.some(({ inAnyRow }) => inAnyRow.seen === text)) return true;
  const isWritten = (one: Expected): boolean => {
    if (one.seen === text) return true;
    if (one.written !== canonical(text)) return false;
    one.seen = text;
    return true;
  };
  return expected.some(({ inAnyRow }) => isWritten(inAnyRow)) || expected.some(({ ofRow }) => isWritten(ofRow(row.number)));
}

const MOST_REMEMBERED = 2048;
/** Longer is none of the form's. */
const LONGEST = 16_384;
const canonicals = new Map<string, string>();

/** A formula of the form in the one spelling, and as the last workbook that had it wrote it, which others do likewise. */
interface Expected {
  readonly written: string;
  seen: string | null;
}

/** As every row has it, and as forms of the first releases have it in one row. */
interface ExpectedFormula {
  readonly inAnyRow: Expected;
  readonly ofRow: (row: number) => Expected;
}

/** The form's formulas in the rows of a table whose columns stand where they do; tables of many forms share them. */
interface Expectations {
  readonly layout: SheetLayout;
  readonly columns: PlanTable['columns'];
  readonly formulas: Map<LiveFormula, ExpectedFormula>;
}

const MOST_PLACES = 16;
const places: Expectations[] = [];
const byTable = new WeakMap<PlanTable, Expectations>();

function expectedIn(table: PlanTable, formula: LiveFormula): ExpectedFormula {
  const { columns, formulas } = byTable.get(table) ?? expectationsOf(table);
  const known = formulas.get(formula) ?? expectedFormula(formula, columns);
  formulas.set(formula, known);
  return known;
}

function expectedFormula(formula: LiveFormula, columns: PlanTable['columns']): ExpectedFormula {
  const expect = (cellAt: (column: number) => string): Expected => {
    const cellOf: CellOf = (field) => (columns[field] === undefined ? '#REF!' : cellAt(columns[field]));
    return { written: canonical(formula.text(cellOf)), seen: null };
  };
  const rows = new Map<number, Expected>();
  return {
    inAnyRow: expect(ownRowCell),
    ofRow(row) {
      const known = rows.get(row) ?? expect((column) => cellName(row, column));
      if (rows.size >= MOST_REMEMBERED) rows.clear();
      rows.set(row, known);
      return known;
    },
  };
}

function expectationsOf(table: PlanTable): Expectations {
  const { layout, columns } = table;
  const known = places.find((one) => one.layout === layout && layout.columns.every(({ field }) => one.columns[field] === columns[field]));
  const expectations = known ?? { layout, columns, formulas: new Map() };
  if (!known && places.length >= MOST_PLACES) places.shift();
  if (!known) places.push(expectations);
  byTable.set(table, expectations);
  return expectations;
}

const BEGINNING = /^(?:of:)?=?\+?/i;

/** Texts in quotes; what programs write about a formula without meaning anything by it; a separator of some languages; all else. */
const PIECES = /("(?:[^"]|"")*"?)|(\s+|\$|@|_xlfn\.|_xlws\.)|(;)|([^"\s$@;_]+|_)/giu;

/** A whole column, as programs write it that know no other way: from its first row to its last. */
const WHOLE_COLUMN = /(?<![A-Z])([A-Z]{1,3})1:\1(?:1048576|65536)(?!\d)/g;

/** One spelling for all ways in which Excel, WPS, LibreOffice and Google write the same formula. */
function canonical(text: string): string {
  if (text.length > LONGEST) return text;
  const known = canonicals.get(text);
  if (known !== undefined) return known;
  const written = text
    .replace(BEGINNING, '')
    .replace(PIECES, (_, quoted?: string, noise?: string, separator?: string, other?: string) => {
      if (quoted !== undefined) return quoted.normalize('NFC');
      if (noise !== undefined) return '';
      return separator === undefined ? (other ?? '').toUpperCase() : ',';
    })
    .replace(WHOLE_COLUMN, '$1:$1');
  if (canonicals.size >= MOST_REMEMBERED) canonicals.clear();
  canonicals.set(text, written);
  return written;
}
