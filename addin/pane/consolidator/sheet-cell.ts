import { percentOfResult } from '../../../core/consolidate/measures.ts';
import { toNumber } from '../../../core/fraction.ts';
import type { IndicatorCell, IndicatorRow } from '../../../core/matrix.ts';
import type { Indicator, Period } from '../../../core/plan.ts';
import { VERDICT_SIGNS } from '../../../core/wording/labels.ts';
import { NO, YES } from '../../../core/words.ts';
import { type CellLook, cellLook } from '../../ui/cell-look.ts';
import { VERDICT_TONES } from '../../ui/tone.ts';

/** What a cell of the matrix's sheet holds: a number stays one, its sign stands in the number format. */
export interface SheetCell {
  readonly value: string | number | null;
  readonly numberFormat: string | null;
  readonly tone: CellLook['tone'];
}

const signed = (sign: string, format: string): string => `"${sign} "${format}`;
const RATE = '0.00%';
const LEVEL = '"Cấp "0';

/** One agency's figure. Without one, sign and word; blank where the agency does not owe the row. */
export function agencyCell(indicator: Indicator, period: Period, cell: IndicatorCell | undefined): SheetCell {
  const { tone, sign, short, word } = cellLook(indicator, period, cell);
  if (!cell) return { value: null, numberFormat: null, tone };
  if (cell.state !== 'reported') return { value: `${sign} ${word}`, numberFormat: null, tone };
  const { numerator = 0, denominator = 0, value } = cell;
  if (typeof value === 'boolean') return { value: `${sign} ${value ? YES : NO}`, numberFormat: null, tone };
  if (typeof value === 'number') return { value, numberFormat: signed(sign, LEVEL), tone };
  if (denominator === 0) return { value: `${sign} ${short}`, numberFormat: null, tone };
  return { value: numerator / denominator, numberFormat: signed(sign, RATE), tone };
}

/** The province's figure of a row. */
export function resultCell({ result, verdict }: IndicatorRow): SheetCell {
  const tone = VERDICT_TONES[verdict];
  const sign = VERDICT_SIGNS[verdict];
  if (result && 'level' in result) return { value: result.level, numberFormat: signed(sign, LEVEL), tone };
  const percent = percentOfResult(result);
  return percent ? { value: toNumber(percent) / 100, numberFormat: signed(sign, RATE), tone } : { value: '–', numberFormat: null, tone };
}
