import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { AuditEntry } from '../../contract/audit-entry.ts';
import { canonicalJson } from '../../core/canonical.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { planChanges } from '../../core/plan/plan-changes.ts';
import type { Deps } from '../deps.ts';
import { PLAN_ROW, PLANS_PARTITION, ServedPlan, StoredPlan } from '../store/plan-rows.ts';
import { auditRow } from '../store/rows.ts';
import { soundValue } from '../store/sound-row.ts';
import type { Change, Table } from '../store/table.ts';
import { openedPeriods } from './opened-periods.ts';

/** As it stands in the audit: who changed the plan's file is not known here. */
const BY = 'phuluc';
/** No plan unpacks to more. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Notes by which plan each period that is not closed is served, and in its audit what is otherwise than before (action `plan-changed`): once,
 * in the transaction that notes the plan. A closed period stays under the plan that it was closed under until it is reopened.
 */
export async function notePlan(deps: Deps): Promise<void> {
  const { table, plan } = deps;
  const digest = await keptPlan(table, plan);
  const ofStore = await servedPlan(table, PLANS_PARTITION);
  for (const { partition, row } of await openedPeriods(deps)) {
    if (row.state === 'closed') continue;
    const served = await servedPlan(table, partition);
    // one that was opened since the last start was opened under the plan of that start
    const before = served?.digest ?? ofStore?.digest ?? null;
    if (served?.digest === digest) continue;
    const earlier = before === null ? null : await planWithDigest(table, before);
    const changes = earlier === null ? [] : planChanges(earlier, plan);
    const at = deps.clock();
    const audit: AuditEntry = { at: at.toISOString(), by: BY, action: 'plan-changed', changes };
    // another instance that starts at the same time may be quicker: its note is the same
    await table.commit(partition, [
      noted(served, digest),
      ...(changes.length > 0 ? [{ kind: 'insert' as const, row: auditRow(at, deps.nonce()), value: audit }] : []),
    ]);
  }
  if (ofStore?.digest !== digest) await table.commit(PLANS_PARTITION, [noted(ofStore, digest)]);
}

interface Served {
  readonly etag: string;
  /** Null where it cannot be read any more. */
  readonly digest: string | null;
}

async function servedPlan(table: Table, partition: string): Promise<Served | null> {
  const entity = await table.read(partition, PLAN_ROW);
  return entity && { etag: entity.etag, digest: soundValue(table, partition, entity, ServedPlan)?.digest ?? null };
}

function noted(stands: Served | null, digest: string): Change {
  const value: ServedPlan = { digest };
  return stands ? { kind: 'replace', row: PLAN_ROW, etag: stands.etag, value } : { kind: 'insert', row: PLAN_ROW, value };
}

/** Stores a plan unless it is there; gives its digest. */
async function keptPlan(table: Table, plan: Plan): Promise<string> {
  const text = canonicalJson(plan);
  const digest = createHash('sha256').update(text).digest('hex');
  const value: StoredPlan = { packed: gzipSync(text).toString('base64') };
  if (!(await table.read(PLANS_PARTITION, digest))) await table.commit(PLANS_PARTITION, [{ kind: 'insert', row: digest, value }]);
  return digest;
}

/** A stored plan as JSON; null where it is not there, or cannot be read any more. */
async function planWithDigest(table: Table, digest: string): Promise<unknown> {
  const entity = await table.read(PLANS_PARTITION, digest);
  const stored = entity && soundValue(table, PLANS_PARTITION, entity, StoredPlan);
  if (!stored) return null;
  try {
    return JSON.parse(gunzipSync(Buffer.from(stored.packed, 'base64'), { maxOutputLength: MOST_BYTES }).toString('utf8'));
  } catch {
    return null;
  }
}
