import type { ReportEnvelope } from '../../contract/report-envelope.ts';
import type { WireFinding } from '../../contract/wire-finding.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { Indicator, Plan, RowId, Task } from '../../core/plan/plan.ts';
import type { Report } from '../../core/report.ts';
import { diffReports } from '../../core/report-diff.ts';
import { rowsOfTable, sheetsOf } from '../../core/tables/sheets-of.ts';
import { TABLE_WORDS } from '../../core/wording/labels.ts';
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

/** The rows of one table of the plan. */
export interface ReviewSection {
  readonly title: string;
  readonly rows: readonly ReviewRow[];
}

/** Each row that the report says something of, or that has a finding, by table and in the plan's order. */
export function reviewSections({ report, findings }: Pick<ReportEnvelope, 'report' | 'findings'>, plan: Plan): readonly ReviewSection[] {
  const fields = diffReports(null, report, plan);
  const rowOf = (row: RowId, rate: string | null): ReviewRow[] => {
    const said = rowSummary(fields, row, plan);
    const found = findings.filter((one) => one.row === row);
    if (said === '' && found.length === 0) return [];
    return [{ row, rate, said: said || 'Chưa báo cáo', findings: found }];
  };
  return sheetsOf(plan)
    .map((sheet) => ({
      title: `${sheet.title}: ${TABLE_WORDS[sheet.kind]}`,
      rows: rowsOfTable<Row>(plan[sheet.kind], sheet).flatMap((row) => rowOf(row.id, rateOf(row, report))),
    }))
    .filter(({ rows }) => rows.length > 0);
}

type Row = Indicator | Task;

function rateOf(row: Row, { indicators }: Report): string | null {
  if (!('measure' in row)) return null;
  const rate = measureOf(row).figure.rate(indicators[row.id] ?? {});
  return rate && `${rate} / mục tiêu ${row.targetText}`;
}
