import type { AuditEntry } from '../../contract/audit-entry.ts';
import type { Publication } from '../../contract/routes/publish-period.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { auditRow, PERIOD_ROW, PeriodRow, partitionOf } from '../store/rows.ts';
import { neededValue } from '../store/sound-row.ts';
import type { Table } from '../store/table.ts';
import type { CloseContext } from './close.ts';
import { publishedIn } from './published.ts';

/** `leastCoverage`: from which part of the agencies on, in percent, results have a verdict in public; it stays as it was published. */
interface PublishContext extends Pick<CloseContext, 'plan' | 'period' | 'by' | 'at' | 'nonce'> {
  readonly leastCoverage: number;
  /** Names the plan by which the close was judged. */
  readonly planDigest: string;
}

/**
 * Makes the figures of the last close public (contract, "publish"): one transaction with its audit entry, so that it is done whole
 * or not at all. A close that is public already stays as it was published; what is not closed is not published.
 */
export async function publishPeriod(
  table: Table,
  { plan, period, leastCoverage, planDigest, by, at, nonce }: PublishContext,
): Promise<Result<Publication, 'no-period' | 'not-closed'>> {
  const partition = partitionOf(plan, period);
  let wanted: number | null = null;
  for (;;) {
    const entity = await table.read(partition, PERIOD_ROW);
    if (!entity) return failed('no-period');
    const row = neededValue(table, partition, entity, PeriodRow);
    wanted ??= row.closes;
    // A close that came meanwhile is not the one that was asked about.
    if (row.state !== 'closed' || row.closes !== wanted) return failed('not-closed');
    const published = publishedIn(row);
    if (published?.close === row.closes) return ok({ closes: row.closes, asOf: row.asOf ?? '', publishedAt: published.at });
    const next: PeriodRow = { ...row, published: { close: row.closes, at: at.toISOString(), leastCoverage, plan: planDigest } };
    const audit: AuditEntry = { at: at.toISOString(), by, action: 'publish' };
    await table.commit(partition, [
      { kind: 'replace', row: PERIOD_ROW, etag: entity.etag, value: next },
      { kind: 'insert', row: auditRow(at, nonce), value: audit },
    ]);
    // Another commit was first, or the answer of this one was lost: the next round reads what is stored.
  }
}
