import { formerCounts } from '../../core/figures/former-counts.ts';
import { type LastPeriod, lastPeriodOf } from '../../core/form/last-period.ts';
import { type AgencyId, agencyWithId } from '../../core/plan/agency.ts';
import { type Period, periodBefore } from '../../core/plan/plan.ts';
import type { Report } from '../../core/report.ts';
import type { Deps } from '../deps.ts';
import { readHead } from '../store/heads.ts';
import { isFrozen, PERIOD_ROW, PeriodRow, partitionOf } from '../store/rows.ts';
import { soundValue } from '../store/sound-row.ts';

/**
 * What a form names of the period before, for reference: the agency's own figures, else the sum of those that it succeeds; null where nothing
 * of them stands for good.
 */
export async function figuresBefore(
  from: Pick<Deps, 'table' | 'plan' | 'agencies'>,
  agency: AgencyId,
  period: Period,
): Promise<LastPeriod | null> {
  const last = await lastReport(from, agency, period);
  if (last) return lastPeriodOf(last.period, (row) => last.indicators[row], from.plan);
  const former = agencyWithId(from.agencies, agency)?.succeeds ?? [];
  const reports = (await Promise.all(former.map((one) => lastReport(from, one, period)))).filter((report) => report !== null);
  const [first] = reports;
  if (!first || reports.length < former.length) return null;
  return lastPeriodOf(first.period, (row) => formerCounts(reports.map(({ indicators }) => indicators[row])), from.plan);
}

/** An agency's report of the period before, where it stands for good: accepted, or frozen by the close. */
async function lastReport({ table, plan }: Pick<Deps, 'table' | 'plan'>, agency: AgencyId, period: Period): Promise<Report | null> {
  const partition = partitionOf(plan.id, periodBefore(period));
  // The head before its period, never the other way round (isFrozen).
  const found = await readHead(table, partition, agency);
  const row = await table.read(partition, PERIOD_ROW);
  const before = row && soundValue(table, partition, row, PeriodRow);
  if (!found || !before) return null;
  const { head } = found;
  const stands = head.state === 'accepted' || isFrozen(head, before);
  return stands ? (head.current?.report ?? null) : null;
}
