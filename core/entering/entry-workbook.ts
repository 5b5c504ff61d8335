import { askedRows } from '../form/asked-rows.ts';
import { inputsOf } from '../form/row-inputs.ts';
import type { RowShape } from '../form/row-shape.ts';
import type { Cell, Grid, GridRow, Workbook } from '../grid.ts';
import { IDENTITY, LAYOUT_VERSION } from '../identity-sheet.ts';
import type { Field, SheetLayout } from '../layout.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { Obligations } from '../plan/obligations.ts';
import type { RowId } from '../plan/plan.ts';
import { planTexts, type TextList, textsByField } from '../reading/plan-texts.ts';
import type { InputColumn } from '../tables/column.ts';
import { rowsOfTable, sheetsOf } from '../tables/sheets-of.ts';
import { isBlankText } from '../text.ts';
import { type ReadField, typedCell } from './typed-cell.ts';
import type { TypedRow, TypedRows } from './typed-rows.ts';

/**
 * What was typed on a page as the agency's form would hold it, so that it is read, checked and fixed as a workbook is. It has the rows
 * that the agency fills in or may fill in, and no formulas.
 */
export function entryWorkbook(typed: TypedRows, obligations: Obligations, agency: AgencyId): Workbook {
  const { plan } = obligations;
  const asked = askedRows(obligations, agency);
  const texts = planTexts(obligations, agency);
  const indicators = new Map(plan.indicators.map((row) => [row.id, row]));
  const readerOf = (row: RowId, { field, valueKind: { read } }: InputColumn<Field>): ReadField => {
    const indicator = indicators.get(row);
    const cells = indicator ? measureOf(indicator).figure.cells : {};
    const own = cells[field as keyof typeof cells] ?? read; // any other field has no figure's own way
    if (own === 'by-figure') throw new Error(`[entry] "${field}": no figure reads it`);
    return own;
  };
  const sheets = sheetsOf(plan).map((layout) => {
    const header = layout.columns.map((column, k) => textCell(k + 1, column.header));
    const own = texts[layout.kind];
    const lines = rowsOfTable<{ readonly id: RowId }>(plan[layout.kind], layout).flatMap(({ id }) => {
      const shape = asked.get(id);
      return shape ? [rowCells(layout, id, shape, own.get(id) ?? [], typed[id] ?? {}, readerOf)] : [];
    });
    return { layout, grid: gridOf(layout.title, [header, ...lines], false) };
  });
  const identity = { plan: plan.id, period: obligations.period, agency, layoutVersion: LAYOUT_VERSION };
  const labels = (Object.keys(IDENTITY.labels) as (keyof typeof identity)[]).map((label) => [
    textCell(1, IDENTITY.labels[label]),
    textCell(2, identity[label]),
  ]); // keys of the labels are labels
  return {
    grids: [...sheets.map(({ grid }) => grid), gridOf(IDENTITY.sheet, labels, true)],
    names: new Map(sheets.map(({ layout }) => [layout.definedName, { sheet: layout.title, row: 1, column: 1 }])),
    modified: null,
  };
}

function rowCells(
  { columns }: SheetLayout,
  id: RowId,
  shape: RowShape,
  texts: TextList,
  typed: TypedRow,
  readerOf: (row: RowId, column: InputColumn<Field>) => ReadField,
): readonly Cell[] {
  const open = new Map(inputsOf(shape).map((column) => [column.field, column]));
  const planned = new Map<string, string>([['id', id], ...textsByField(texts)]);
  return columns.flatMap(({ field }, k): readonly Cell[] => {
    const input = open.get(field);
    const text = input ? typed[field] : planned.get(field);
    if (text === undefined || isBlankText(text)) return [];
    return [input ? typedCell(text, { ...input, column: k + 1 }, readerOf(id, input)) : textCell(k + 1, text)];
  });
}

const textCell = (column: number, value: string): Cell => ({ column, value, error: null, format: 'plain', formula: false });

const gridOf = (title: string, lines: readonly (readonly Cell[])[], hidden: boolean): Grid => ({
  title,
  hidden,
  rows: lines.map((cells, k): GridRow => ({ number: k + 1, hidden: false, cells })),
  merges: [],
});
