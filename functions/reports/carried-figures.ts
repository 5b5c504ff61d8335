import { measureOf } from '../../core/measures/measure-of.ts';
import type { Indicator, Plan } from '../../core/plan.ts';
import type { IndicatorEntry, Report } from '../../core/report.ts';

/**
 * What a new period's form may begin with: the figures of the last report, of a row that ended those of the row that continues it,
 * and how far tasks have come with their documents. Words that explained or proved the old figures stay behind, and so does
 * whatever was no figure.
 */
export function carriedFigures(last: Report, plan: Plan): Pick<Report, 'indicators' | 'tasks'> {
  const rows = new Map(plan.indicators.map((row) => [row.id, row]));
  const figureOf = (row: Indicator): string => measureOf(row).figure.name;
  const entryFor = (row: Indicator): IndicatorEntry | undefined => {
    const former = row.continues && rows.get(row.continues);
    const isAlike = former && figureOf(former) === figureOf(row);
    return last.indicators[row.id] ?? (isAlike ? last.indicators[former.id] : undefined);
  };
  return {
    indicators: Object.fromEntries(
      plan.indicators.flatMap((row) => {
        const { explanation: _, evidence: __, ...figures } = entryFor(row) ?? { state: 'no-figure' };
        return figures.state === 'reported' ? [[row.id, figures]] : [];
      }),
    ),
    tasks: Object.fromEntries(
      plan.tasks.flatMap(({ id }) => {
        const { note: _, ...task } = last.tasks[id] ?? {};
        return 'status' in task ? [[id, task]] : [];
      }),
    ),
  };
}
