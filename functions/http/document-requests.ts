import type { Matrix } from '../../core/matrix.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { RowId } from '../../core/plan/plan.ts';
import type { AppendixRequest } from '../../templates/appendix/appendix-request.ts';
import type { ReportRequest } from '../../templates/report/report-request.ts';
import { covers, type Rows } from '../identity/rights.ts';
import type { TaggedMatrix } from '../periods/matrix-of.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { receivedOf } from '../periods/received.ts';
import { receivedMoment } from '../reports/received-day.ts';

/** The province's report of what is in force, signed and worded by the period's settings. */
export const reportRequestIn = (
  { obligations, settings }: PeriodContext,
  { matrix, heads }: TaggedMatrix,
  previous: Matrix | null,
  extent: Pick<ReportRequest, 'rows' | 'annexOfNames'>,
): ReportRequest => ({
  obligations,
  matrix,
  reports: receivedOf(heads).map(({ report }) => report),
  previous,
  signing: settings.signing ?? {},
  reportText: settings.reportText ?? {},
  ...extent,
});

/** The appendix workbook of a matrix; of a part of it with that part's rows of the plan alone, and not who has sent. */
export function appendixRequestIn(context: PeriodContext, { matrix, heads }: TaggedMatrix, rows: Rows): AppendixRequest {
  const seen = ({ id }: { readonly id: RowId }) => covers(rows, [id]);
  const plan = {
    ...context.plan,
    indicators: context.plan.indicators.filter(seen),
    tasks: context.plan.tasks.filter(seen),
  };
  return {
    extent: rows === 'all' ? 'whole' : 'some-rows',
    obligations: { ...context.obligations, plan },
    matrix,
    received: receivedOf(heads),
    ...(context.settings.signing && { signing: context.settings.signing }),
    receivedAt: new Map<AgencyId, Date>(
      heads.flatMap(({ agency, current }) => (current ? [[agency, receivedMoment(current.receipt, plan)] as const] : [])),
    ),
  };
}
