import { setImmediate as aTurn } from 'node:timers/promises';
import type { Day } from '../../core/day.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { deadlineOf } from '../../core/plan/plan-periods.ts';
import type { Deps } from '../deps.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import type { Head, StoredReceipt } from '../store/rows.ts';
import type { Table } from '../store/table.ts';
import { readVersion } from '../store/versions.ts';
import { receivedDay } from './received-day.ts';

/** Receipts of first versions that were read before: a version never changes. */
const knownOf = new WeakMap<Table, Map<string, StoredReceipt>>();
const MOST_KNOWN = 50_000;

/**
 * The day on which each agency's first report of the period was received; an earlier one where a later version says that it had come by
 * then. Whose first version cannot be read: the day of the version in force where that came in time, else none: it is not known.
 */
export async function firstReceivedDays(
  { table }: Pick<Deps, 'table'>,
  { partition, plan, period }: PeriodContext,
  heads: readonly Head[],
): Promise<ReadonlyMap<AgencyId, Day>> {
  const days = new Map<AgencyId, Day>();
  const deadline = deadlineOf(plan, period);
  for (const { agency, current } of heads) {
    if (!current) continue;
    const first = current.receipt.version === 1 ? current.receipt : await firstReceipt(table, partition, agency);
    const [now, then] = [receivedDay(current.receipt, plan), first && receivedDay(first, plan)];
    if (then || now <= deadline) days.set(agency, then && then < now ? then : now);
  }
  return days;
}

async function firstReceipt(table: Table, partition: string, agency: AgencyId): Promise<StoredReceipt | null> {
  const known = knownOf.get(table) ?? new Map<string, StoredReceipt>();
  knownOf.set(table, known);
  const key = `${partition}|${agency}`;
  const before = known.get(key);
  if (before) return before;
  await aTurn(); // others are served in between
  const receipt = (await readVersion(table, partition, agency, 1))?.receipt ?? null;
  if (known.size >= MOST_KNOWN) known.clear();
  if (receipt) known.set(key, receipt);
  return receipt;
}
