import { formerCounts } from '../../core/figures/former-counts.ts';
import { type LastPeriod, lastPeriodOf } from '../../core/form/last-period.ts';
import { type AgencyId, agencyWithId } from '../../core/plan/agency.ts';
import type { Period } from '../../core/plan/period.ts';
import { periodsBefore } from '../../core/plan/plan-periods.ts';
import { Settings } from '../../core/plan/settings.ts';
import type { Report } from '../../core/report.ts';
import type { Deps } from '../deps.ts';
import { readHead } from '../store/heads.ts';
import { isFrozen, PERIOD_ROW, PeriodRow, partitionOf, SETTINGS_ROW } from '../store/rows.ts';
import { soundValue } from '../store/sound-row.ts';
import type { Table } from '../store/table.ts';

/**
 * What a form names of the period before, for reference: the agency's own figures, else the sum of those that it succeeds; null where
 * nothing of them stands for good.
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

/**
 * An agency's last report of the same kind of period that stands for good: accepted, or frozen by the close; none from before the last
 * close.
 */
async function lastReport(from: Pick<Deps, 'table' | 'plan'>, agency: AgencyId, period: Period): Promise<Report | null> {
  for (const before of periodsBefore(from.plan, period)) {
    const { report, isClosed } = await standingReport(from, agency, before);
    if (report || isClosed) return report;
  }
  return null;
}

async function standingReport({ table, plan }: Pick<Deps, 'table' | 'plan'>, agency: AgencyId, period: Period): Promise<StandingReport> {
  const partition = partitionOf(plan.id, period);
  // The head before its period, never the other way round (isFrozen).
  const found = await readHead(table, partition, agency);
  const row = await table.read(partition, PERIOD_ROW);
  const before = row && soundValue(table, partition, row, PeriodRow);
  const isClosed = before?.state === 'closed';
  if (!found || !before || (await isExcused(table, partition, agency))) return { report: null, isClosed };
  const { head } = found;
  const stands = head.state === 'accepted' || isFrozen(head, before);
  return { report: stands ? (head.current?.report ?? null) : null, isClosed };
}

/** Whether settings took an agency out of a period: what it had sent by then counts for nothing there. */
async function isExcused(table: Table, partition: string, agency: AgencyId): Promise<boolean> {
  const stored = await table.read(partition, SETTINGS_ROW);
  return (stored && soundValue(table, partition, stored, Settings))?.agencies[agency]?.active === false;
}

interface StandingReport {
  readonly report: Report | null;
  readonly isClosed: boolean;
}
