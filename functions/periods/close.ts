import type { AgencyId } from '../../core/agency.ts';
import type { Matrix } from '../../core/matrix.ts';
import type { Period } from '../../core/plan.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { type AuditEntry, auditRow, HEADS, Head, headRow, PERIOD_ROW, PeriodRow, partitionOf } from '../store/rows.ts';
import { type Change, type Entity, MOST_CHANGES, type Table } from '../store/table.ts';
import { storeFrozen } from './frozen-matrix.ts';

/** What closing needs besides the storage. */
export interface Closing {
  readonly plan: string;
  readonly period: Period;
  readonly agencies: readonly AgencyId[];
  /** The matrix of frozen heads, taken at a moment. */
  readonly matrixOf: (heads: readonly Head[], at: Date) => Matrix;
  readonly by: string;
  readonly at: Date;
  readonly nonce: string;
  readonly reason?: string;
}

export interface Closed {
  readonly state: 'closed';
  readonly closes: number;
  readonly asOf: string;
}

/**
 * Freezes every head under its tag, creating the absent ones; stores the matrix of the frozen heads; marks the period closed
 * (design, "Commit protocol"). A submission that raced is in its head before the freeze and counted, or finds itself refused.
 * Each step can be repeated after a crash; closing a closed period changes nothing.
 */
export async function closePeriod(table: Table, closing: Closing): Promise<Result<Closed, 'no-period'>> {
  const partition = partitionOf(closing.plan, closing.period);
  for (;;) {
    const entity = await table.read(partition, PERIOD_ROW);
    if (!entity) return failed('no-period');
    const period = PeriodRow.parse(entity.value);
    if (period.state === 'closed') return ok(closedOf(period));
    if (period.state === 'open') {
      const begun: PeriodRow = { ...period, state: 'closing', asOf: closing.at.toISOString() };
      await table.commit(partition, [{ kind: 'replace', row: PERIOD_ROW, etag: entity.etag, value: begun }]);
      continue;
    }
    await setFrozen(table, partition, closing.agencies, { from: null, to: period.closes + 1 });
    const heads = (await table.list(partition, HEADS)).map(({ value }) => Head.parse(value));
    const asOf = new Date(period.asOf ?? closing.at);
    await storeFrozen(table, partition, period.closes + 1, closing.matrixOf(heads, asOf));
    const done: PeriodRow = { state: 'closed', closes: period.closes + 1, asOf: asOf.toISOString() };
    const audit: AuditEntry = {
      at: closing.at.toISOString(),
      by: closing.by,
      action: 'close',
      ...(closing.reason && { reason: closing.reason }),
    };
    await table.commit(partition, [
      { kind: 'replace', row: PERIOD_ROW, etag: entity.etag, value: done },
      { kind: 'insert', row: auditRow(closing.at, closing.nonce), value: audit },
    ]);
  }
}

/** Opens a closed period again, for a reason: heads are thawed first, so that whoever finds the period open finds them so. */
export async function reopenPeriod(
  table: Table,
  { plan, period, by, at, nonce, reason }: Pick<Closing, 'plan' | 'period' | 'by' | 'at' | 'nonce'> & { readonly reason: string },
): Promise<Result<'open', 'no-period' | 'not-closed'>> {
  const partition = partitionOf(plan, period);
  for (;;) {
    const entity = await table.read(partition, PERIOD_ROW);
    if (!entity) return failed('no-period');
    const row = PeriodRow.parse(entity.value);
    if (row.state !== 'closed') return failed('not-closed');
    await setFrozen(table, partition, [], { from: row.closes, to: null });
    const audit: AuditEntry = { at: at.toISOString(), by, action: 'reopen', reason };
    const done = await table.commit(partition, [
      { kind: 'replace', row: PERIOD_ROW, etag: entity.etag, value: { ...row, state: 'open' } satisfies PeriodRow },
      { kind: 'insert', row: auditRow(at, nonce), value: audit },
    ]);
    if (done.ok) return ok('open');
  }
}

/** Which close holds the heads: a thaw frees only those of the close that it undoes, never those of a newer one. */
interface Turn {
  readonly from: number | null;
  readonly to: number | null;
}

/** Freezes or thaws heads in transactions of at most 100; a head that changed meanwhile is taken in the next round. */
async function setFrozen(table: Table, partition: string, agencies: readonly AgencyId[], { from, to }: Turn): Promise<void> {
  for (;;) {
    const entities = await table.list(partition, HEADS);
    const heads = entities.map((entity) => ({ entity, head: Head.parse(entity.value) }));
    const known = new Set(heads.map(({ head }) => head.agency));
    const changes = [
      ...heads.filter(({ head }) => head.frozen === from).map(({ entity, head }) => turned(entity, { ...head, frozen: to })),
      ...agencies.filter((agency) => !known.has(agency)).map((agency) => absent(agency, to)),
    ];
    if (changes.length === 0) return;
    for (let first = 0; first < changes.length; first += MOST_CHANGES) {
      const batch = changes.slice(first, first + MOST_CHANGES);
      // A conflict somewhere in the batch stops all of it: one by one, so that a busy agency does not hold up the others for ever.
      if (!(await table.commit(partition, batch)).ok) for (const change of batch) await table.commit(partition, [change]);
    }
  }
}

const turned = (entity: Entity, value: Head): Change => ({ kind: 'replace', row: entity.row, etag: entity.etag, value });

const absent = (agency: AgencyId, frozen: number | null): Change => {
  const value: Head = { agency, state: 'not-started', frozen, current: null, remarks: {}, acceptedRows: [] };
  return { kind: 'insert', row: headRow(agency), value };
};

const closedOf = ({ closes, asOf }: PeriodRow): Closed => ({ state: 'closed', closes, asOf: asOf ?? '' });
