import { measureOf } from '../../core/measures/measure-of.ts';
import type { Indicator, Plan } from '../../core/plan/plan.ts';
import type { IndicatorEntry, Report } from '../../core/report.ts';
import { partFields } from '../../core/tables/inputs.ts';
import type { TableKind } from '../../core/tables/table-kind.ts';

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
        const entry = entryFor(row);
        return entry?.state === 'reported' ? [[row.id, withoutWords('indicators', entry)]] : [];
      }),
    ),
    tasks: Object.fromEntries(
      plan.tasks.flatMap(({ id }) => {
        const entry = last.tasks[id];
        return entry ? [[id, withoutWords('tasks', entry)]] : [];
      }),
    ),
  };
}

function withoutWords<Entry extends object>(kind: TableKind, entry: Entry): Entry {
  const words: readonly string[] = [...partFields(kind, 'reason'), ...partFields(kind, 'remark')];
  return Object.fromEntries(Object.entries(entry).filter(([field]) => !words.includes(field))) as Entry; // words are optional
}
