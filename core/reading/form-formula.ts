import type { LiveFormula } from '../form/live-formula.ts';
import { cellName, type GridRow } from '../grid.ts';
import type { Field, SheetLayout } from '../layout.ts';
import { oncePerObject, oncePerValue } from '../once.ts';
import type { PlanTable } from './plan-table.ts';

/** Whether a cell's formula is one of the form's own in that row, however the program that saved it writes formulas. */
export function isFormFormula<F extends Field>(text: string, own: readonly LiveFormula[], table: PlanTable<F>, row: GridRow): boolean {
  const expected = expectedIn(table);
  for (const formula of own) if (expected(formula, row.number).seen === text) return true;
  const written = text.length > LONGEST ? text : oneSpelling(text);
  const found = own.map((formula) => expected(formula, row.number)).find((one) => oneSpelling(one.text) === written);
  if (found) found.seen = text;
  return found !== undefined;
}

const MOST_REMEMBERED = 2048;
/** Longer is none of the form's. */
const LONGEST = 16_384;

/** A formula of the form in one row: as the form has it, and as the last workbook that had it wrote it, which others do likewise. */
interface Expected {
  readonly text: string;
  seen: string;
}

/** The form's formulas in the rows of a table whose columns stand where they do; tables of many forms share them. */
interface Expectations {
  readonly layout: SheetLayout;
  readonly columns: PlanTable['columns'];
  readonly inRow: (formula: LiveFormula, row: number) => Expected;
}

const MOST_PLACES = 16;
const places: Expectations[] = [];
/** Of the table that was asked about last, row by row; known by its columns, so that its grid is not kept. */
let last: { readonly columns: PlanTable['columns']; readonly expected: Expectations['inRow'] } | null = null;

function expectedIn(table: PlanTable): Expectations['inRow'] {
  if (last?.columns !== table.columns) last = { columns: table.columns, expected: expectationsOf(table).inRow };
  return last.expected;
}

function expectationsOf({ layout, columns }: PlanTable): Expectations {
  const known = places.find((one) => one.layout === layout && layout.columns.every(({ field }) => one.columns[field] === columns[field]));
  if (known) return known;
  const rowsOf = oncePerObject((formula: LiveFormula) => inRowsOf(formula, columns));
  const made: Expectations = { layout, columns, inRow: (formula, row) => rowsOf(formula)(row) };
  if (places.length >= MOST_PLACES) places.shift();
  places.push(made);
  return made;
}

const inRowsOf = (formula: LiveFormula, columns: PlanTable['columns']) =>
  oncePerValue(MOST_REMEMBERED, (row: number): Expected => {
    const text = formula.text((field) => (columns[field] === undefined ? '#REF!' : cellName(row, columns[field])));
    return { text, seen: text };
  });

const BEGINNING = /^(?:of:)?=?\+?/i;
const QUOTED_OR_NOT = /"(?:[^"]|"")*"?|[^"]+/g;
/** What programs write about a formula without meaning anything by it. */
const NOISE = /\s|\$|@|_xlfn\.|_xlws\./gi;

/** One spelling for all ways in which Excel, WPS, LibreOffice and Google write the same formula; some languages part by semicolons. */
const oneSpelling = oncePerValue(MOST_REMEMBERED, (text: string) =>
  text
    .replace(BEGINNING, '')
    .replace(QUOTED_OR_NOT, (piece) =>
      piece.startsWith('"') ? piece.normalize('NFC') : piece.replace(NOISE, '').replaceAll(';', ',').toUpperCase(),
    ),
);
