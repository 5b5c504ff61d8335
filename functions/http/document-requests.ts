import type { Matrix } from '../../core/matrix.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Obligations } from '../../core/plan/obligations.ts';
import type { RowId } from '../../core/plan/plan.ts';
import type { AppendixRequest } from '../../templates/appendix/appendix-request.ts';
import type { ReportExtent, ReportRequest } from '../../templates/report/report-request.ts';
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
  extent: ReportExtent,
): ReportRequest => ({
  obligations,
  matrix,
  reports: receivedOf(heads).map(({ report }) => report),
  previous,
  signing: settings.signing ?? {},
  reportText: settings.reportText ?? {},
  receipts: receiptsOf(heads),
  unreadable: unreadableIn(heads),
  ...extent,
});

/** Numbers of the receipts in force. */
const receiptsOf = (heads: TaggedMatrix['heads']): ReadonlyMap<AgencyId, string> =>
  new Map(heads.flatMap(({ agency, current }) => (current ? [[agency, current.receipt.id] as const] : [])));

/** Whose report was sent and cannot be read. */
const unreadableIn = (heads: TaggedMatrix['heads']): ReadonlySet<AgencyId> =>
  new Set(heads.flatMap(({ agency, unreadable }) => (unreadable ? [agency] : [])));

/** The appendix workbook of a matrix; of a part of it with that part's rows of the plan alone, and not who has sent. */
export function appendixRequestIn(context: PeriodContext, { matrix, heads }: TaggedMatrix, rows: Rows): AppendixRequest {
  const obligations = rows === 'all' ? asWritten(context) : seenBy(context, rows);
  return {
    extent: rows === 'all' ? 'whole' : 'some-rows',
    obligations,
    matrix,
    received: receivedOf(heads),
    ...(context.settings.signing && { signing: context.settings.signing }),
    receipts: receiptsOf(heads),
    unreadable: unreadableIn(heads),
    receivedAt: new Map<AgencyId, Date>(
      heads.flatMap(({ agency, current }) => (current ? [[agency, receivedMoment(current.receipt, context.plan)] as const] : [])),
    ),
  };
}

const written = new WeakMap<Obligations, Obligations>();

/** The obligations of a period beside the plan as it is written: the same object each time, so that a thread is handed them once. */
function asWritten({ plan, obligations }: PeriodContext): Obligations {
  const whole = written.get(obligations) ?? { ...obligations, plan };
  written.set(obligations, whole);
  return whole;
}

function seenBy({ plan, obligations }: PeriodContext, rows: Rows): Obligations {
  const seen = ({ id }: { readonly id: RowId }) => covers(rows, [id]);
  return { ...obligations, plan: { ...plan, indicators: plan.indicators.filter(seen), tasks: plan.tasks.filter(seen) } };
}
