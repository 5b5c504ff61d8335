import type { AuditEntry } from '../../contract/audit-entry.ts';
import type { Closed } from '../../contract/routes/close-period.ts';
import type { Matrix } from '../../core/matrix.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Period } from '../../core/plan/period.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { batchesOf } from '../store/batches.ts';
import { headsIn } from '../store/heads.ts';
import { type PostingRow, postingRow } from '../store/letter-rows.ts';
import type { PlanNames } from '../store/plan-rows.ts';
import { auditRow, HEADS, type Head, headRow, PERIOD_ROW, PeriodRow, partitionOf } from '../store/rows.ts';
import { neededValue } from '../store/sound-row.ts';
import { servedNote, servedNoteChange } from '../store/stored-plans.ts';
import type { Change, Entity, Table } from '../store/table.ts';
import { storeFrozen } from './frozen-matrix.ts';
import { publishedIn } from './published.ts';

/** By what a close judges. */
export interface ClosingGround {
  /** Every agency that could submit, active or not: a head that is not there cannot be frozen. */
  readonly agencies: readonly AgencyId[];
  /** The matrix of frozen heads, taken at a moment. */
  readonly matrixOf: (heads: readonly Head[], at: Date) => Matrix;
  /**
   * Names the plan and the agencies by which that matrix is judged: another one that comes into force meanwhile is not the one of this
   * close.
   */
  readonly served: PlanNames;
}

/** What closing needs besides the storage. */
export interface CloseContext {
  readonly plan: string;
  readonly period: Period;
  /** Asked for once the closing has begun: from then on nobody changes the period's settings, before somebody may have. */
  readonly ground: () => Promise<ClosingGround>;
  readonly by: string;
  readonly at: Date;
  readonly nonce: string;
  readonly reason?: string;
  /** Number of the close that is to be finished; left out: the one under way, else the next. */
  readonly close?: number;
}

/**
 * Freezes every head under its tag, creating the absent ones; stores the matrix of the frozen heads; marks the period closed.
 * A submission that raced is in its head before the freeze and counted, or is refused.
 * Each step can be repeated after a crash; closing a closed period changes nothing.
 */
export async function closePeriod(table: Table, closing: CloseContext): Promise<Result<Closed, 'no-period'>> {
  const partition = partitionOf(closing.plan, closing.period);
  let wanted = closing.close ?? null;
  for (;;) {
    const entity = await table.read(partition, PERIOD_ROW);
    if (!entity) return failed('no-period');
    const period = neededValue(table, partition, entity, PeriodRow);
    wanted ??= period.state === 'closed' ? period.closes : period.closes + 1;
    // The close that was asked for is done, by whomever: should somebody have reopened since, that is not undone here.
    if (period.closes >= wanted) return ok({ state: 'closed', closes: wanted, asOf: period.asOf ?? '' });
    if (period.state === 'open') {
      const begun: PeriodRow = { ...period, state: 'closing', asOf: closing.at.toISOString(), closer: closerOf(closing) };
      await table.commit(partition, [{ kind: 'replace', row: PERIOD_ROW, etag: entity.etag, value: begun }]);
      continue;
    }
    const { agencies, matrixOf, served } = await closing.ground();
    await freeze(table, partition, agencies, wanted);
    const heads = headsIn(table, partition, await table.list(partition, HEADS)).map(({ head }) => head);
    const asOf = new Date(period.asOf ?? closing.at);
    await storeFrozen(table, partition, wanted, matrixOf(heads, asOf));
    const done: PeriodRow = { state: 'closed', closes: wanted, asOf: asOf.toISOString(), published: publishedIn(period) };
    const { at, nonce } = closing;
    const audit: AuditEntry = { at: at.toISOString(), action: 'close', ...(period.closer ?? closerOf(closing)) };
    await table.commit(partition, [
      { kind: 'replace', row: PERIOD_ROW, etag: entity.etag, value: done },
      { kind: 'insert', row: auditRow(at, nonce), value: audit },
      servedNoteChange(await servedNote(table, partition), served),
    ]);
  }
}

const closerOf = ({ by, reason }: CloseContext): NonNullable<PeriodRow['closer']> => ({ by, ...(reason && { reason }) });

interface Reopening extends Pick<CloseContext, 'plan' | 'period' | 'by' | 'at' | 'nonce'> {
  readonly reason: string;
  readonly agencies: readonly AgencyId[];
  /** What else is written with it: under which plan it stands from now on. */
  readonly alongside?: () => Promise<readonly Change[]>;
}

/**
 * Opens a closed period again, for a reason; `agencies` are to be told. Its heads need no thaw: they are frozen for a close that no longer
 * stands.
 */
export async function reopenPeriod(
  table: Table,
  { plan, period, by, at, nonce, reason, agencies, alongside }: Reopening,
): Promise<Result<'open', 'no-period' | 'being-closed'>> {
  const partition = partitionOf(plan, period);
  let undone: number | null = null;
  for (;;) {
    const entity = await table.read(partition, PERIOD_ROW);
    if (!entity) return failed('no-period');
    const row = neededValue(table, partition, entity, PeriodRow);
    if (row.state === 'open') return ok('open');
    undone ??= row.closes;
    // A close that came meanwhile is not the one that this reason is for.
    if (row.state === 'closing' || row.closes !== undone) return failed('being-closed');
    const audit: AuditEntry = { at: at.toISOString(), by, action: 'reopen', reason };
    const posting: PostingRow = { at: at.toISOString(), event: nonce, reason, agencies: [...agencies], done: false };
    const done = await table.commit(partition, [
      { kind: 'replace', row: PERIOD_ROW, etag: entity.etag, value: { ...row, state: 'open' } satisfies PeriodRow },
      { kind: 'insert', row: auditRow(at, nonce), value: audit },
      { kind: 'insert', row: postingRow(posting), value: posting },
      ...((await alongside?.()) ?? []),
    ]);
    if (done.ok) return ok('open');
    // Somebody was quicker, or this very reopening won and its answer was lost: the next round finds the period open.
  }
}

/**
 * Freezes all heads in transactions of at most 100, those that cannot be read too, which then say so; a head that changed meanwhile is
 * taken in the next round.
 */
async function freeze(table: Table, partition: string, agencies: readonly AgencyId[], close: number): Promise<void> {
  for (;;) {
    const heads = headsIn(table, partition, await table.list(partition, HEADS));
    const known = new Set(heads.map(({ head }) => head.agency));
    const changes = [
      ...heads.filter(({ head }) => head.frozen !== close).map(({ entity, head }) => turned(entity, { ...head, frozen: close })),
      ...agencies.filter((agency) => !known.has(agency)).map((agency) => absent(agency, close)),
    ];
    // The period after its heads: if it moved on, somebody else has closed it, and the heads listed may belong to what came then. By its
    // number, not its tag: what waits for a reopening is noted under the tag of a close under way as well.
    if (changes.length === 0 || !(await isUnderWay(table, partition, close))) return;
    for (const batch of batchesOf(changes)) {
      // A conflict somewhere in the batch stops all of it: one by one, so that a busy agency does not hold up the others for ever.
      if (!(await table.commit(partition, batch)).ok) for (const change of batch) await table.commit(partition, [change]);
    }
  }
}

async function isUnderWay(table: Table, partition: string, close: number): Promise<boolean> {
  const entity = await table.read(partition, PERIOD_ROW);
  const period = entity && neededValue(table, partition, entity, PeriodRow);
  return period?.state === 'closing' && period.closes === close - 1;
}

const turned = (entity: Entity, value: Head): Change => ({ kind: 'replace', row: entity.row, etag: entity.etag, value });

const absent = (agency: AgencyId, frozen: number): Change => {
  const value: Head = { agency, state: 'not-started', frozen, current: null, remarks: {}, acceptedRows: [] };
  return { kind: 'insert', row: headRow(agency), value };
};
