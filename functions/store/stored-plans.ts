import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { canonicalJson } from '../../core/canonical.ts';
import { oncePerObject } from '../../core/once.ts';
import { Plan } from '../../core/plan/plan.ts';
import { PLAN_ROW, PLANS_PARTITION, ServedPlan, StoredPlan } from './plan-rows.ts';
import { soundValue } from './sound-row.ts';
import type { Table } from './table.ts';

/** No plan unpacks to more. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Names a plan in the store: SHA-256 over its canonical JSON. */
export const planDigest = oncePerObject((plan: Plan): string => createHash('sha256').update(canonicalJson(plan)).digest('hex'));

/** Stores a plan unless it is there; gives its digest. */
export async function keepPlan(table: Table, plan: Plan): Promise<string> {
  const digest = planDigest(plan);
  const value: StoredPlan = { packed: gzipSync(canonicalJson(plan)).toString('base64') };
  if (!(await table.read(PLANS_PARTITION, digest))) await table.commit(PLANS_PARTITION, [{ kind: 'insert', row: digest, value }]);
  return digest;
}

/** A stored plan as JSON, of whatever release; null where it is not there, or cannot be read any more. */
export async function storedPlanJson(table: Table, digest: string): Promise<unknown> {
  const entity = await table.read(PLANS_PARTITION, digest);
  const stored = entity && soundValue(table, PLANS_PARTITION, entity, StoredPlan);
  if (!stored) return null;
  try {
    return JSON.parse(gunzipSync(Buffer.from(stored.packed, 'base64'), { maxOutputLength: MOST_BYTES }).toString('utf8'));
  } catch {
    return null;
  }
}

const parsed = new WeakMap<Table, Map<string, Plan>>();

/** A stored plan, the same object each time; null where it is not there, or is none for this release. */
export async function storedPlan(table: Table, digest: string): Promise<Plan | null> {
  const known = parsed.get(table) ?? new Map<string, Plan>();
  parsed.set(table, known);
  const before = known.get(digest);
  if (before) return before;
  const read = Plan.safeParse(await storedPlanJson(table, digest));
  if (!read.success) return null;
  known.set(digest, read.data);
  return read.data;
}

/** The plan by which a period, or the whole store, was served last, and the tag of that note. */
export interface ServedNote {
  readonly etag: string;
  /** Null where it cannot be read any more. */
  readonly digest: string | null;
}

/** What is noted in a partition; null where nothing is. */
export async function servedNote(table: Table, partition: string): Promise<ServedNote | null> {
  const entity = await table.read(partition, PLAN_ROW);
  return entity && { etag: entity.etag, digest: soundValue(table, partition, entity, ServedPlan)?.digest ?? null };
}
