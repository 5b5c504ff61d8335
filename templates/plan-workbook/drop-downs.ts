import type { DataValidation, Worksheet } from 'exceljs';
import { columnLetters } from '../../core/grid.ts';
import type { ShownColumn } from '../../core/plan/book/book-columns.ts';
import { NO, YES } from '../../core/words.ts';

/** Where the ids of a list stand, in column A of a sheet; of lists that may be named in cells. */
export type ListRanges = Map<string, { readonly sheet: string; readonly from: number; readonly to: number }>;

/** Groups can be chosen where groups and agencies can be named: agencies are typed. */
const CHOSEN: Readonly<Record<string, string>> = { 'agencies-and-groups': 'agencyGroups' };

/**
 * Gives the cells of a column their drop-down list. What may hold several values, or what the list does not know, can be typed all the
 * same.
 */
export function dropDown(
  sheet: Worksheet,
  column: ShownColumn,
  cells: { readonly column: number; readonly from: number; readonly to: number },
  ranges: ListRanges,
): void {
  const formula = listOf(column, ranges);
  if (formula === null || cells.to < cells.from) return;
  const letters = columnLetters(cells.column);
  const isStrict = column.words !== undefined && column.kind === 'word';
  const rule: DataValidation = {
    type: 'list',
    formulae: [formula],
    allowBlank: true,
    showErrorMessage: isStrict,
    errorStyle: 'stop',
    errorTitle: column.header.slice(0, 32),
    error: 'Chọn một từ trong danh sách.',
  };
  validations(sheet).add(`${letters}${cells.from}:${letters}${cells.to}`, rule);
}

function listOf({ words, names, kind }: ShownColumn, ranges: ListRanges): string | null {
  if (words) return `"${Object.values(words).join(',')}"`;
  if (kind === 'yes-no') return `"${YES},${NO}"`;
  const range = names && ranges.get(CHOSEN[names] ?? names);
  return range ? `'${range.sheet.replaceAll("'", "''")}'!$A$${range.from}:$A$${range.to}` : null;
}

/** exceljs has it, its types do not. */
const validations = (sheet: Worksheet): { add(range: string, rule: DataValidation): void } =>
  (sheet as unknown as { dataValidations: { add(range: string, rule: DataValidation): void } }).dataValidations;
