import type { ReviewLine } from '../../contract/routes/list-reviews.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { rowsIn } from '../../core/report-diff.ts';
import { rowsFilled } from '../../core/rows-filled.ts';
import type { Deps } from '../deps.ts';
import type { Caller } from '../identity/caller.ts';
import { covers, maySend, type Rows } from '../identity/rights.ts';
import { headsOf } from '../periods/matrix-of.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import type { Head } from '../store/rows.ts';
import { acceptedRows } from './accepted-rows.ts';
import { standingOf } from './standing.ts';

/** A line for each agency whose report a caller reviews, in the order of the list. */
export async function reviewLines(deps: Deps, context: PeriodContext, caller: Caller, rows: Rows): Promise<ReviewLine[]> {
  const heads = new Map((await headsOf(deps, context.partition)).map((head) => [head.agency, head]));
  return context.obligations.agencies.flatMap(({ id }) => {
    const line = reviewLine(context, id, heads.get(id), rows);
    // Nobody judges a report that it sends.
    const isForeign = caller.consolidator || !maySend(deps.agencies, caller, id);
    return (line.rowsOwed > 0 || line.rowsSaid > 0) && isForeign ? [line] : [];
  });
}

function reviewLine({ obligations }: PeriodContext, agency: AgencyId, head: Head | undefined, rows: Rows): ReviewLine {
  const current = head?.current;
  const { filled, owed } = rowsFilled(current?.report ?? null, obligations, agency, (row) => covers(rows, [row]));
  const seen = (ids: readonly string[]): number => ids.filter((id) => covers(rows, [id])).length;
  return {
    agency,
    ...standingOf(head),
    rowsOwed: owed,
    rowsFilled: filled,
    rowsSaid: current ? seen(rowsIn(current.report)) : 0,
    rowsAccepted: head ? seen(acceptedRows(head)) : 0,
  };
}
