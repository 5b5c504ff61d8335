import type { AgencyId } from './plan/agency.ts';
import { type Obligations, owedBy } from './plan/obligations.ts';
import type { Report } from './report.ts';
import { rowsIn } from './report-diff.ts';

/** Of the rows that an agency must answer, how many its report says something of; none where there is no report. */
export function rowsFilled(
  report: Report | null,
  obligations: Obligations,
  agency: AgencyId,
): { readonly filled: number; readonly owed: number } {
  const { indicators, tasks } = owedBy(obligations, agency);
  const entries = [...indicators.map(({ id }) => report?.indicators[id]), ...tasks.map(({ id }) => report?.tasks[id])];
  return { filled: entries.filter((entry) => entry !== undefined).length, owed: entries.length };
}

/** Of the rows that an agency must or may answer now, how many its report says something of. */
export function rowsAnswered(report: Report, obligations: Obligations, agency: AgencyId): number {
  const { indicators, tasks, optionalTasks } = owedBy(obligations, agency);
  const asked = new Set([...indicators, ...tasks, ...optionalTasks].map(({ id }) => id));
  return rowsIn(report).filter((row) => asked.has(row)).length;
}
