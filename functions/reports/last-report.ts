import type { AgencyId } from '../../core/plan/agency.ts';
import { type Period, periodBefore } from '../../core/plan/plan.ts';
import type { Report } from '../../core/report.ts';
import type { Deps } from '../deps.ts';
import { readHead } from '../store/heads.ts';
import { isFrozen, PERIOD_ROW, PeriodRow, partitionOf } from '../store/rows.ts';
import { soundValue } from '../store/sound-row.ts';

/** An agency's report of the period before, where it stands for good: accepted, or frozen by the close. */
export async function lastReport({ table, plan }: Pick<Deps, 'table' | 'plan'>, agency: AgencyId, period: Period): Promise<Report | null> {
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
