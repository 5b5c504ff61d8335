import type { CellOf } from '../form/condition.ts';
import type { FormulaText } from '../form/earlier-formulas.ts';
import { ownRowCell } from '../form/own-row.ts';
import { cellName, type GridRow } from '../grid.ts';
import type { SheetLayout } from '../layout.ts';
import { oncePerObject, oncePerValue } from '../once.ts';
import type { PlanTable } from './plan-table.ts';

/**
 * Whether a cell's formula is one of the form's own in that row, however the program that saved it writes formulas. Forms of the first
 * releases named each cell by its row.
 */
export function isFormFormula(text: string, own: readonly FormulaText[], table: PlanTable, row: GridRow): boolean {
  const expectedOf = expectedIn(table);
  for (const formula of own) if (expectedOf(formula).inAnyRow.seen === text) return true;
  const written = text.length > LONGEST ? text : oneSpelling(text);
  const isWritten = (one: Expected): boolean => {
    if (one.seen !== text && oneSpelling(one.text) !== written) return false;
    one.seen = text;
    return true;
  };
  return (
    own.some((formula) => isWritten(expectedOf(formula).inAnyRow)) ||
    own.some((formula) => isWritten(expectedOf(formula).ofRow(row.number)))
  );
}

const MOST_REMEMBERED = 2048;
/** Longer is none of the form's. */
const LONGEST = 16_384;

/** A formula of the form: as the form has it, and as the last workbook that had it wrote it, which others do likewise. */
interface Expected {
  readonly text: string;
  seen: string;
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
  readonly expected: (formula: FormulaText) => ExpectedFormula;
}

const MOST_PLACES = 16;
const places: Expectations[] = [];
/** Of the table that was asked about last; known by its columns, so that its grid is not kept. */
let last: { readonly columns: PlanTable['columns']; readonly expected: Expectations['expected'] } | null = null;

function expectedIn(table: PlanTable): Expectations['expected'] {
  if (last?.columns !== table.columns) last = { columns: table.columns, expected: expectationsOf(table).expected };
  return last.expected;
}

function expectationsOf({ layout, columns }: PlanTable): Expectations {
  const known = places.find((one) => one.layout === layout && layout.columns.every(({ field }) => one.columns[field] === columns[field]));
  if (known) return known;
  const made: Expectations = { layout, columns, expected: oncePerObject((formula: FormulaText) => expectedFormula(formula, columns)) };
  if (places.length >= MOST_PLACES) places.shift();
  places.push(made);
  return made;
}

function expectedFormula(formula: FormulaText, columns: PlanTable['columns']): ExpectedFormula {
  const expect = (cellAt: (column: number) => string): Expected => {
    const cellOf: CellOf = (field) => (columns[field] === undefined ? '#REF!' : cellAt(columns[field]));
    const text = formula.text(cellOf);
    return { text, seen: text };
  };
  return { inAnyRow: expect(ownRowCell), ofRow: oncePerValue(MOST_REMEMBERED, (row) => expect((column) => cellName(row, column))) };
}

const BEGINNING = /^(?:of:)?=?\+?/i;
const QUOTED_OR_NOT = /"(?:[^"]|"")*"?|[^"]+/g;
/** What programs write about a formula without meaning anything by it. */
const NOISE = /\s|\$|@|_xlfn\.|_xlws\./gi;

/**
 * A whole column, as programs write it that know no other way: from its first row to its last, give or take the rows put in or taken out.
 */
const WHOLE_COLUMN = /(?<![A-Z])([A-Z]{1,3})1:\1(?:10\d{5}|65536)(?!\d)/g;

/** One spelling for all ways in which Excel, WPS, LibreOffice and Google write the same formula; some languages part by semicolons. */
const oneSpelling = oncePerValue(MOST_REMEMBERED, (text: string) =>
  text
    .replace(BEGINNING, '')
    .replace(QUOTED_OR_NOT, (piece) =>
      piece.startsWith('"')
        ? piece.normalize('NFC')
        : piece.replace(NOISE, '').replaceAll(';', ',').toUpperCase().replace(WHOLE_COLUMN, '$1:$1'),
    ),
);

const OWN_ROW = /INDEX\(([A-Z]{1,3}):\1,ROW\(\)\)/g;
const ONE_CELL = /(?<![A-Z])([A-Z]{1,3})\d{1,7}(?!\d)/g;

/** A formula by the columns that it reads, in whatever row: forms of the first releases named each cell by its row. */
export const formulaByColumns = (text: string): string => oneSpelling(text).replace(OWN_ROW, '$1').replace(ONE_CELL, '$1');
