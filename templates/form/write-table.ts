import type { Cell, Worksheet } from 'exceljs';
import { checkFormula, checkText, longestCheck, rateFormula, rateOf } from '../../core/form/check-formula.ts';
import type { RowShape } from '../../core/form/row-shape.ts';
import type { RowValues } from '../../core/form/row-values.ts';
import type { Field } from '../../core/layout.ts';
import { type CellText, rowHeight } from '../style/row-height.ts';
import { SIZE } from '../style/type.ts';
import { checkStyle, headerStyle, headingStyle, inputHeaderStyle, inputStyle, notOwedStyle, planStyle } from './cell-styles.ts';
import type { FormValues } from './form-values.ts';
import type { Heading, Line, PlanRow } from './plan-rows.ts';
import { HEADER_ROW, type Table } from './table.ts';

const HEADING_HEIGHT = 19;
const NO_VALUES: RowValues = {};

/** A row that the agency fills, and where it stands. */
export interface AskedRow {
  readonly row: number;
  readonly shape: RowShape;
}

/** Writes header and lines; returns the rows that the agency fills, from top to bottom. */
export function writeTable(sheet: Worksheet, table: Table, lines: readonly Line[], values: FormValues): AskedRow[] {
  writeHeader(sheet, table);
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

function writeHeader(sheet: Worksheet, table: Table): void {
  const row = sheet.getRow(HEADER_ROW);
  table.layout.columns.forEach(({ field, header, role }, k) => {
    sheet.getColumn(k + 1).width = table.widthOf(field);
    const cell = row.getCell(k + 1);
    cell.value = header;
    cell.style = role === 'input' ? inputHeaderStyle(field) : headerStyle(field);
  });
  row.height = rowHeight(
    table.layout.columns.map(({ field, header }) => ({ text: header, width: table.widthOf(field), size: SIZE.table, weight: 'bold' })),
  );
}

function writeHeading(sheet: Worksheet, table: Table, row: number, { tt, title }: Heading): void {
  for (const field of table.fields) {
    const cell = sheet.getCell(row, table.columnOf(field));
    cell.style = headingStyle(field);
    if (field === 'tt') cell.value = tt;
    if (field === 'name') cell.value = title;
  }
  sheet.getRow(row).height = HEADING_HEIGHT;
}

function writeRow(sheet: Worksheet, table: Table, row: number, line: PlanRow, given: RowValues): void {
  const inputs = line.asks?.inputs ?? [];
  const values: RowValues = Object.fromEntries(inputs.map((field) => [field, given[field] ?? null]));
  const line_ = sheet.getRow(row);
  const texts: CellText[] = [];
  for (const field of table.fields) {
    const cell = line_.getCell(table.columnOf(field));
    const text = line.texts[field];
    cell.style = styleOf(line, field, inputs);
    if (text !== undefined) cell.value = text;
    else if (inputs.includes(field)) cell.value = values[field] ?? null;
    else writeDerived(cell, field, table.cellsOf(row), line, values);
    const shown = text ?? (field === 'check' && line.asks ? longestCheck(line.asks) : values[field]);
    if (typeof shown === 'string') texts.push({ text: shown, width: table.widthOf(field), size: SIZE.table });
  }
  line_.height = rowHeight(texts);
}

function writeDerived(cell: Cell, field: Field, cellOf: (field: Field) => string, line: PlanRow, values: RowValues): void {
  if (field === 'rate' && line.hasRate) cell.value = { formula: rateFormula(cellOf), result: rateOf(values) };
  if (field === 'check' && line.asks) cell.value = { formula: checkFormula(line.asks, cellOf), result: checkText(line.asks, values) };
}

function styleOf({ asks, texts, hasRate }: PlanRow, field: Field, inputs: readonly Field[]) {
  if (!asks) return notOwedStyle(field);
  if (inputs.includes(field)) return inputStyle(field);
  if (field === 'check') return checkStyle(field);
  return texts[field] !== undefined || field === 'tt' || (field === 'rate' && hasRate) ? planStyle(field) : notOwedStyle(field);
}
