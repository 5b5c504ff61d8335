import type { Worksheet } from 'exceljs';
import { cellUse } from '../../core/form/cell-use.ts';
import { formulaOf, isFigure, type LiveFormula } from '../../core/form/live-formula.ts';
import type { FormLine, Heading, PlanRow } from '../../core/form/plan-lines.ts';
import { inputsOf } from '../../core/form/row-inputs.ts';
import type { RowShape } from '../../core/form/row-shape.ts';
import type { RowValues } from '../../core/form/row-values.ts';
import type { Field } from '../../core/layout.ts';
import type { DerivedColumn, TableColumn } from '../../core/tables/column.ts';
import { type CellText, rowHeight } from '../style/row-height.ts';
import { SIZE } from '../style/type.ts';
import { headerStyle, headingStyle, inputHeaderStyle, inputStyle, notOwedStyle, planStyle } from './cell-styles.ts';
import { type FormTable, HEADER_ROW } from './form-table.ts';
import type { FormValues } from './form-values.ts';
import { headerNote } from './header-note.ts';

const HEADING_HEIGHT = 19;
const NO_VALUES: RowValues = {};

/** A row that the agency fills, and where it stands. */
export interface AskedRow {
  readonly row: number;
  readonly shape: RowShape;
}

/** Writes header and lines; returns the rows that the agency fills, from top to bottom. */
export function writeTable(sheet: Worksheet, table: FormTable, lines: readonly FormLine[], values: FormValues): AskedRow[] {
  writeHeader(sheet, table, lines);
  return lines.flatMap((line, k) => {
    const row = HEADER_ROW + 1 + k;
    if (line.kind === 'heading') {
      writeHeading(sheet, table, row, line);
      return [];
    }
    writeRow(sheet, table, row, line, values.get(line.id) ?? NO_VALUES);
    return line.asks ? [{ row, shape: line.asks }] : [];
  });
}

function writeHeader(sheet: Worksheet, { columns }: FormTable, lines: readonly FormLine[]): void {
  const shapes = lines.flatMap((line) => (line.kind === 'row' && line.asks ? [line.asks] : []));
  const row = sheet.getRow(HEADER_ROW);
  columns.forEach((column, k) => {
    sheet.getColumn(k + 1).width = column.width;
    const cell = row.getCell(k + 1);
    cell.value = column.header;
    cell.style = shapes.some((shape) => cellUse(column, shape) === 'filled') ? inputHeaderStyle(column) : headerStyle(column);
    if (column.role === 'plan' && column.note !== 'none') cell.note = headerNote(column.note.text(column.header));
  });
  row.height = rowHeight(columns.map(({ header, width }) => ({ text: header, width, size: SIZE.table, weight: 'bold' })));
}

function writeHeading(sheet: Worksheet, { columns }: FormTable, row: number, { tt, title }: Heading): void {
  columns.forEach((column, k) => {
    const cell = sheet.getCell(row, k + 1);
    cell.style = headingStyle(column);
    if (column.field === 'tt' && tt !== '') cell.value = tt;
    if (column.field === 'name') cell.value = title;
  });
  sheet.getRow(row).height = HEADING_HEIGHT;
}

function writeRow(sheet: Worksheet, table: FormTable, row: number, line: PlanRow, given: RowValues): void {
  const values: RowValues = Object.fromEntries((line.asks ? inputsOf(line.asks) : []).map(({ field }) => [field, given[field] ?? null]));
  const line_ = sheet.getRow(row);
  const texts: CellText[] = [];
  table.columns.forEach((column, k) => {
    const cell = line_.getCell(k + 1);
    const formula = column.role === 'derived' ? liveFormula(column, line) : null;
    const text = line.texts[column.field];
    cell.style = styleOf(column, line);
    if (text !== undefined) cell.value = text;
    else if (formula) cell.value = { formula: formula.text(table.cellOf), result: formula.shown(values) };
    else if (column.field in values) cell.value = values[column.field] ?? null;
    const shown = text ?? formula?.longest ?? values[column.field];
    if (typeof shown === 'string') texts.push({ text: shown, width: column.width, size: SIZE.table });
  });
  line_.height = rowHeight(texts);
}

/** A figure of the row's own stands in every row that has one, owed or not; what the checks say only where there is something to check. */
function liveFormula(column: DerivedColumn<Field>, { asks, shape }: PlanRow): LiveFormula | null {
  if (asks) return formulaOf(column, asks);
  return isFigure(column) ? formulaOf(column, shape) : null;
}

function styleOf(column: TableColumn<Field>, { asks }: PlanRow) {
  const use = asks && cellUse(column, asks);
  return use === 'filled' ? inputStyle(column) : use === 'shown' ? planStyle(column) : notOwedStyle(column);
}
