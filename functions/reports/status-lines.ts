import type { StatusLine } from '../../contract/routes/get-status.ts';
import { daysBetween } from '../../core/day.ts';
import type { Finding } from '../../core/findings/finding.ts';
import { warnedRows, warningsAt } from '../../core/findings/warned-rows.ts';
import type { Agency, AgencyId } from '../../core/plan/agency.ts';
import { deadlineOf } from '../../core/plan/plan-periods.ts';
import { rowsFilled } from '../../core/rows-filled.ts';
import type { Deps } from '../deps.ts';
import { findingsAmongAll } from '../periods/findings-among-all.ts';
import { headsOf } from '../periods/matrix-of.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import type { Head } from '../store/rows.ts';
import { acceptedRows } from './accepted-rows.ts';
import { receivedDay } from './received-day.ts';
import { standingOf } from './standing.ts';

/** Who has sent, how much of it, how late: a line an agency, in the order of the list. */
export async function statusLines(deps: Deps, context: PeriodContext): Promise<StatusLine[]> {
  const all = await headsOf(deps, context.partition);
  const heads = new Map(all.map((head) => [head.agency, head]));
  const heavy = findingsAmongAll(context, all);
  return context.obligations.agencies.map(({ id }: Agency) => statusOf(context, id, heads.get(id), heavy.get(id) ?? []));
}

function statusOf(
  { obligations, plan, period }: PeriodContext,
  agency: AgencyId,
  head: Head | undefined,
  amongAll: readonly Finding[],
): StatusLine {
  const current = head?.current;
  const { filled, owed } = rowsFilled(current?.report ?? null, obligations, agency);
  const besideOthers = warningsAt(warnedRows(amongAll));
  const sentOn = current && receivedDay(current.receipt, plan);
  return {
    agency,
    ...standingOf(head),
    returnedAt: (head?.state === 'returned' && head.returnedAt) || null,
    remarks: Object.keys(head?.remarks ?? {}).length,
    acceptedRows: head ? acceptedRows(head).length : 0,
    rowsFilled: filled,
    rowsOwed: owed,
    daysLate: sentOn ? Math.max(0, daysBetween(deadlineOf(plan, period), sentOn)) : 0,
    openWarnings: (current?.openWarnings ?? 0) + besideOthers,
    warnings: warningsAt(current?.warned ?? []) + besideOthers,
  };
}
