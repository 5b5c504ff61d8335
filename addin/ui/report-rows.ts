import { type Field, headerOf } from '../../core/layout.ts';
import type { Plan, RowId } from '../../core/plan.ts';
import { diffReports } from '../../core/report-diff.ts';
import type { ReportEnvelope, WireFinding } from '../api/answers.ts';
import { valueText } from './value-text.ts';

/** A row of a report as a reviewer reads it: its fields in one line, and what the rules say of it. */
export interface ReportRow {
  readonly row: RowId;
  readonly said: string;
  readonly findings: readonly WireFinding[];
}

/** Each row that the report says something of, or that has a finding, in the plan's order. */
export function reportRows({ report, findings }: ReportEnvelope, plan: Plan): ReportRow[] {
  const fields = diffReports(null, report, plan);
  return [...plan.indicators, ...plan.tasks].flatMap(({ id }) => {
    const own = fields.filter(({ row }) => row === id);
    const found = findings.filter(({ row }) => row === id);
    if (own.length === 0 && found.length === 0) return [];
    const said = own.map(({ field, after }) => `${headerOf(field as Field)}: ${valueText(field, after)}`).join(' · '); // a report's fields are the form's
    return [{ row: id, said: said || 'Chưa báo cáo', findings: found }];
  });
}
