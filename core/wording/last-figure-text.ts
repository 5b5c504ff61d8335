import type { StatedFigure } from '../figures/figure.ts';
import { formatCount } from '../format.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { Period } from '../plan/period.ts';
import type { Indicator } from '../plan/plan.ts';
import { toNfc } from '../text.ts';
import { shortPeriodName } from './period-names.ts';

/** "Kỳ 2025: 90/100": what an agency reported last, as its form names it for reference. */
export function lastFigureText(period: Period, indicator: Indicator, stated: StatedFigure): string {
  const { numerator, denominator } = stated;
  const counts = numerator === undefined || denominator === undefined ? null : `${formatCount(numerator)}/${formatCount(denominator)}`;
  return `Kỳ ${shortPeriodName(period)}: ${counts ?? measureOf(indicator).figure.text(stated)}`;
}

const LINE = /^Kỳ [\d\p{L} -]{1,24}: [^\n]{1,60}$/u;

/** A text without the last period's figure below it. */
export function withoutLastFigure(text: string): string {
  const composed = toNfc(text);
  const at = composed.lastIndexOf('Kỳ ');
  return at > 0 && LINE.test(composed.slice(at)) ? composed.slice(0, at).trimEnd() : composed;
}
