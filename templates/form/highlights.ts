import type { ConditionalFormattingRule, Worksheet } from 'exceljs';
import { rowInputs } from '../../core/form/row-inputs.ts';
import type { Marks } from '../../core/form/row-shape.ts';
import { cellName, columnLetters } from '../../core/grid.ts';
import type { Field } from '../../core/layout.ts';
import { type Colour, conditionalFill, font } from '../style/type.ts';
import type { FormTable } from './form-table.ts';
import { cellRange, rowRuns, shapesOf } from './row-runs.ts';
import type { AskedRow } from './write-table.ts';

/** Colours of "Kiểm tra" (after its ✕, ▲, ✓), and of input cells that are wrong or missing. */
export function setHighlights(sheet: Worksheet, table: FormTable, rows: readonly AskedRow[]): void {
  const [first] = rows;
  if (!first) return;
  const check = cellName(first.row, table.columnOf('check'));
  sheet.addConditionalFormatting({
    ref: areaOf(table, 'check', rows),
    rules: [begins(check, '✕', 'missed'), begins(check, '▲', 'below'), begins(check, '✓', 'met')],
  });
  for (const shape of shapesOf(rows)) {
    const alike = rows.filter((row) => row.shape === shape);
    for (const [field, { wrong, missing }] of Object.entries(shape.marks(rowInputs(shape))) as [Field, Marks][]) {
      sheet.addConditionalFormatting({
        ref: areaOf(table, field, alike),
        rules: [
          ...(wrong ? [marked(wrong.formula(table.cellOf), 'missedGround', 'missed')] : []),
          ...(missing ? [marked(missing.formula(table.cellOf), 'missingInput', 'below')] : []),
        ],
      });
    }
  }
}

const areaOf = (table: FormTable, field: Field, rows: readonly AskedRow[]): string =>
  rowRuns(rows, () => true)
    .map((run) => cellRange(columnLetters(table.columnOf(field)), run))
    .join(' ');

const begins = (cell: string, sign: string, colour: Colour): ConditionalFormattingRule =>
  ({
    type: 'expression',
    formulae: [`LEFT($${cell},1)="${sign}"`],
    style: { font: font({ colour, bold: sign !== '✓' }) },
  }) as ConditionalFormattingRule; // priority is given in order

const marked = (formula: string, fill: Colour, edge: Colour): ConditionalFormattingRule => {
  const side = { style: 'thin', color: font({ colour: edge }).color } as const;
  return {
    type: 'expression',
    formulae: [formula],
    style: { fill: conditionalFill(fill), border: { top: side, left: side, bottom: side, right: side } },
  } as ConditionalFormattingRule; // priority is given in order
};
