import type { Finding } from './findings/finding.ts';
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

/** How the rows that an agency must answer stand: what is filled or blank is one or the other, and may be faulty besides. */
export interface RowsStanding {
  readonly filled: number;
  readonly owed: number;
  /** Rows in which nothing was written at all. */
  readonly blank: number;
  /** Rows with an error; something was written in them, even where it could not be read. */
  readonly faulty: number;
}

export function rowsStanding(
  report: Report | null,
  findings: readonly Finding[],
  obligations: Obligations,
  agency: AgencyId,
): RowsStanding {
  const { indicators, tasks } = owedBy(obligations, agency);
  const wrong = new Set(findings.filter(({ severity }) => severity === 'error').map(({ row }) => row));
  const rows = [...indicators, ...tasks].map(({ id }) => ({
    isFilled: (report?.indicators[id] ?? report?.tasks[id]) !== undefined,
    isFaulty: wrong.has(id),
  }));
  return {
    ...rowsFilled(report, obligations, agency),
    blank: rows.filter(({ isFilled, isFaulty }) => !isFilled && !isFaulty).length,
    faulty: rows.filter(({ isFaulty }) => isFaulty).length,
  };
}

/** Of the rows that an agency must or may answer now, how many its report says something of. */
export function rowsAnswered(report: Report, obligations: Obligations, agency: AgencyId): number {
  const { indicators, tasks, optionalTasks } = owedBy(obligations, agency);
  const asked = new Set([...indicators, ...tasks, ...optionalTasks].map(({ id }) => id));
  return rowsIn(report).filter((row) => asked.has(row)).length;
}
