import type { Finding } from './findings/finding.ts';
import type { AgencyId } from './plan/agency.ts';
import { type Obligations, owedBy } from './plan/obligations.ts';
import type { RowId } from './plan/plan.ts';
import type { Report } from './report.ts';
import { rowsIn } from './report-diff.ts';

/** Of the rows that an agency must answer, or of those of them that `looksAt` takes, how many its report says something of; none without one. */
export function rowsFilled(
  report: Report | null,
  obligations: Obligations,
  agency: AgencyId,
  looksAt: (row: RowId) => boolean = () => true,
): { readonly filled: number; readonly owed: number } {
  const rows = owedBy(obligations, agency).owed.filter(({ id }) => looksAt(id));
  return { filled: rows.filter(({ id }) => isFilledIn(report, id)).length, owed: rows.length };
}

const isFilledIn = (report: Report | null, row: RowId): boolean => (report?.indicators[row] ?? report?.tasks[row]) !== undefined;

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
  const wrong = new Set(findings.filter(({ severity }) => severity === 'error').map(({ row }) => row));
  const rows = owedBy(obligations, agency).owed.map(({ id }) => ({ isFilled: isFilledIn(report, id), isFaulty: wrong.has(id) }));
  return {
    ...rowsFilled(report, obligations, agency),
    blank: rows.filter(({ isFilled, isFaulty }) => !isFilled && !isFaulty).length,
    faulty: rows.filter(({ isFaulty }) => isFaulty).length,
  };
}

/** Of the rows that an agency must or may answer now, how many its report says something of. */
export function rowsAnswered(report: Report, obligations: Obligations, agency: AgencyId): number {
  const asked = new Set(owedBy(obligations, agency).asked.map(({ id }) => id));
  return rowsIn(report).filter((row) => asked.has(row)).length;
}
