import { percentOfResult } from '../../core/consolidate/measures.ts';
import { formatCount, formatPercent } from '../../core/format.ts';
import { type Fraction, fromDecimal } from '../../core/fraction.ts';
import type { Result } from '../../core/matrix.ts';
import type { Measure } from '../../core/plan.ts';

/** What the row's ratio must reach, in its own points: of "every agency" a hundred percent of agencies. */
export function targetOf(measure: Measure): Fraction | null {
  if (measure.kind === 'stated-level') return null;
  return fromDecimal(measure.kind === 'each-agency' ? 100 : measure.atLeastPercent);
}

/** "94,96%" or "Cấp độ 3"; an en dash where there is no result. */
export function resultText(result: Result | null, measure: Measure): string {
  if (!result) return '–';
  if ('level' in result) return `Cấp độ ${result.level}`;
  const percent = percentOfResult(result);
  return percent ? formatPercent(percent, targetOf(measure) ?? undefined) : '–';
}

/** "9.496/10.000", with what is counted; null where the result is a level or none. */
export function countsText(result: Result | null): string | null {
  if (!result || 'level' in result) return null;
  if ('yes' in result) return `${formatCount(result.yes)}/${formatCount(result.obliged)} cơ quan trả lời “Có”`;
  if ('meeting' in result) return `${formatCount(result.meeting)}/${formatCount(result.obliged)} cơ quan đạt mức`;
  return `${formatCount(result.numerator)}/${formatCount(result.denominator)}`;
}
