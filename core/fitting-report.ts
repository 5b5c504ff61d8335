import { isOfFigure } from './figures/figure.ts';
import { measureOf } from './measures/measure-of.ts';
import type { Indicator, Plan } from './plan/plan.ts';
import type { IndicatorEntry, Report } from './report.ts';

/** A report without the entries that an amended plan measures otherwise by now: what of it can be filled into a form. */
export function fittingReport(report: Report, { indicators }: Plan): Report {
  const rows = new Map<string, Indicator>(indicators.map((row) => [row.id, row]));
  const fits = ([id, entry]: [string, IndicatorEntry | undefined]): boolean => {
    const row = rows.get(id);
    return !row || entry?.state !== 'reported' || isOfFigure(measureOf(row).figure, entry);
  };
  return { ...report, indicators: Object.fromEntries(Object.entries(report.indicators).filter(fits)) };
}
