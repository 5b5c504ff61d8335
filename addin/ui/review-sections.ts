import type { ReportEnvelope } from '../../contract/report-envelope.ts';
import type { WireFinding } from '../../contract/wire-finding.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { Indicator, Plan, RowId } from '../../core/plan/plan.ts';
import type { Report } from '../../core/report.ts';
import { diffReports } from '../../core/report-diff.ts';
import { rowSummary } from './row-summary.ts';

/** A row as a reviewer reads it. */
export interface ReviewRow {
  readonly row: RowId;
  /** The rate of its counts, beside which the target stands; null where it has none. */
  readonly rate: string | null;
  /** Its fields in one line. */
  readonly said: string;
  readonly findings: readonly WireFinding[];
}

/** The rows of one appendix. */
export interface ReviewSection {
  readonly title: string;
  readonly rows: readonly ReviewRow[];
}

/** Each row that the report says something of, or that has a finding, by appendix and in the plan's order. */
export function reviewSections({ report, findings }: Pick<ReportEnvelope, 'report' | 'findings'>, plan: Plan): readonly ReviewSection[] {
  const fields = diffReports(null, report, plan);
  const rowOf = (row: RowId, rate: string | null): ReviewRow[] => {
    const said = rowSummary(fields, row, plan);
    const found = findings.filter((one) => one.row === row);
    if (said === '' && found.length === 0) return [];
    return [{ row, rate, said: said || 'Chưa báo cáo', findings: found }];
  };
  return [
    { title: 'Phụ lục I: chỉ tiêu', rows: plan.indicators.flatMap((one) => rowOf(one.id, rateOf(one, report))) },
    { title: 'Phụ lục II: nhiệm vụ', rows: plan.tasks.flatMap(({ id }) => rowOf(id, null)) },
  ].filter(({ rows }) => rows.length > 0);
}

function rateOf(indicator: Indicator, { indicators }: Report): string | null {
  const rate = measureOf(indicator).figure.rate(indicators[indicator.id] ?? {});
  return rate && `${rate} / mục tiêu ${indicator.targetText}`;
}
