import { checkFormula, rateFormula } from '../form/check-formula.ts';
import type { CellOf } from '../form/condition.ts';
import type { RowShape } from '../form/row-shape.ts';
import { cellName, type GridRow } from '../grid.ts';
import type { Field } from '../layout.ts';
import type { Table } from './table.ts';

/** A formula of the form, for any row. */
export type FormFormula = (cell: CellOf) => string;

export const RATE: FormFormula = rateFormula;

/** "Kiểm tra" of each kind of row. */
export const CHECK: Readonly<Record<RowShape, FormFormula>> = {
  counts: (cell) => checkFormula('counts', cell),
  answer: (cell) => checkFormula('answer', cell),
  level: (cell) => checkFormula('level', cell),
  'sole-task': (cell) => checkFormula('sole-task', cell),
  task: (cell) => checkFormula('task', cell),
  'optional-task': (cell) => checkFormula('optional-task', cell),
};

/** Whether a cell's formula is one of the form's own in that row, however the program that saved it writes formulas. */
export function isFormFormula<F extends Field>(text: string, own: readonly FormFormula[], table: Table<F>, row: GridRow): boolean {
  const written = canonical(text);
  return own.some((formula) => expected(formula, table, row.number) === written);
}

const MOST_REMEMBERED = 2048;
/** Longer is none of the form's. */
const LONGEST = 16_384;
const canonicals = new Map<string, string>();
const expectations = new WeakMap<FormFormula, Map<string, string>>();
const places = new WeakMap<Table, string>();

function expected<F extends Field>(formula: FormFormula, table: Table<F>, row: number): string {
  const byPlace = expectations.get(formula) ?? new Map<string, string>();
  expectations.set(formula, byPlace);
  const columns: Readonly<Partial<Record<Field, number>>> = table.columns; // fields of one sheet are fields
  const place = places.get(table) ?? table.layout.columns.map(({ field }) => columns[field] ?? 0).join(' ');
  places.set(table, place);
  const key = `${row} ${table.layout.title} ${place}`;
  const known = byPlace.get(key) ?? canonical(formula((field) => (columns[field] === undefined ? '#REF!' : cellName(row, columns[field]))));
  if (byPlace.size >= MOST_REMEMBERED) byPlace.clear();
  byPlace.set(key, known);
  return known;
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
