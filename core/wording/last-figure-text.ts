import type { StatedFigure } from '../figures/figure.ts';
import { formatCount } from '../format.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { Indicator, Period } from '../plan/plan.ts';
import { toNfc } from '../text.ts';

/** "Kỳ 2025: 90/100": what an agency reported last, as its form names it for reference. */
export function lastFigureText(period: Period, indicator: Indicator, stated: StatedFigure): string {
  const { numerator, denominator } = stated;
  const counts = numerator === undefined || denominator === undefined ? null : `${formatCount(numerator)}/${formatCount(denominator)}`;
  return `Kỳ ${period}: ${counts ?? measureOf(indicator).figure.text(stated)}`;
}

const BELOW = /\s+Kỳ [\d\p{L}-]{1,12}: [^\n]{1,60}$/u;

/** A text without the last period's figure below it. */
export const withoutLastFigure = (text: string): string => toNfc(text).replace(BELOW, '');
