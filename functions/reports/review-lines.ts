import type { ReviewLine } from '../../contract/routes/list-reviews.ts';
import type { Finding } from '../../core/findings/finding.ts';
import { warnedRows, warningsAt } from '../../core/findings/warned-rows.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { rowsIn } from '../../core/report-diff.ts';
import { rowsFilled } from '../../core/rows-filled.ts';
import type { Deps } from '../deps.ts';
import type { Caller } from '../identity/caller.ts';
import { covers, maySend, type Rows } from '../identity/rights.ts';
import { findingsAmongAll } from '../periods/findings-among-all.ts';
import { headsOf } from '../periods/matrix-of.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import type { Head } from '../store/rows.ts';
import { acceptedRows } from './accepted-rows.ts';
import { standingOf } from './standing.ts';

/** A line for each agency whose report a caller reviews, in the order of the list. */
export async function reviewLines(deps: Deps, context: PeriodContext, caller: Caller, rows: Rows): Promise<ReviewLine[]> {
  const all = await headsOf(deps, context.partition);
  const heads = new Map(all.map((head) => [head.agency, head]));
  const heavy = findingsAmongAll(context, all);
  return context.obligations.agencies.flatMap(({ id }) => {
    const line = reviewLine(context, heads.get(id), { agency: id, rows, amongAll: heavy.get(id) ?? [] });
    // Nobody judges a report that it sends.
    const isForeign = caller.consolidator || !maySend(deps.agencies, caller, id);
    return (line.rowsOwed > 0 || line.rowsSaid > 0) && isForeign ? [line] : [];
  });
}

interface Reviewed {
  readonly agency: AgencyId;
  readonly rows: Rows;
  readonly amongAll: readonly Finding[];
}

function reviewLine({ obligations }: PeriodContext, head: Head | undefined, { agency, rows, amongAll }: Reviewed): ReviewLine {
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
    // As in the report that opens beside the list: a lead sees what is found at its rows.
    warnings: warningsAt(
      [...(current?.warned ?? []), ...warnedRows(amongAll)],
      (row) => rows === 'all' || (row !== null && covers(rows, [row])),
    ),
  };
}
