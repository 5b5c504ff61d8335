import { dayOf } from '../../core/day.ts';
import { isDated, type StatedValue } from '../../core/figures/figure.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { Indicator } from '../../core/plan/plan.ts';
import type { IndicatorEntry } from '../../core/report.ts';

/** The day on which something was done, where a row asks for it: the middle of the year. */
export function doneOn(row: Indicator, value: StatedValue, year: number): Pick<IndicatorEntry, 'on'> {
  const day = dayOf(year, 6, 15);
  return day !== null && value === true && isDated(measureOf(row).figure.shape) ? { on: day } : {};
}
