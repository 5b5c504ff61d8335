import type { IndicatorCell } from '../../core/matrix.ts';
import { NO, YES } from '../../core/words.ts';
import { cell } from './columns.ts';
import { LOOK } from './looks.ts';
import type { Cell } from './spreadsheet/cell.ts';

/** Signs of the matrix where no figure is reported: never a number. */
export const CELL_SIGNS = { 'nothing-arose': '–', 'no-figure': '…', 'not-reported': '○' } as const;

const BY_STATE = {
  'nothing-arose': cell(CELL_SIGNS['nothing-arose'], LOOK.cellWord),
  'no-figure': cell(CELL_SIGNS['no-figure'], LOOK.cellMissing),
  'not-reported': cell(CELL_SIGNS['not-reported'], LOOK.cellMissing),
} as const satisfies Record<Exclude<IndicatorCell['state'], 'reported'>, Cell>;
const NOT_OWED = cell(null, LOOK.cellNotOwed);
const ANSWER = { yes: cell(YES, LOOK.cellWord), no: cell(NO, LOOK.cellWord) } as const;

/** An agency's rate, answer or level; a sign where there is none; nothing where it does not owe the row. */
export function agencyCell(reported: IndicatorCell | undefined): Cell {
  if (!reported) return NOT_OWED;
  if (reported.state !== 'reported') return BY_STATE[reported.state];
  const { numerator, denominator, value } = reported;
  if (numerator !== undefined && denominator) return cell(numerator / denominator, LOOK.cellRate);
  if (typeof value === 'boolean') return value ? ANSWER.yes : ANSWER.no;
  return cell(value ?? null, LOOK.cellWord);
}
