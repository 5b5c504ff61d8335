import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type * as z from 'zod';
import { canonicalJson } from '../../core/canonical.ts';
import { oncePerObject } from '../../core/once.ts';
import { Agencies } from '../../core/plan/agency.ts';
import { Plan, type PlanAndAgencies } from '../../core/plan/plan.ts';
import { agenciesRow, PLAN_ROW, PLANS_PARTITION, type PlanNames, ServedPlan, StoredPlan } from './plan-rows.ts';
import { soundValue } from './sound-row.ts';
import type { Change, Entity, Table } from './table.ts';

/** No plan unpacks to more. */
const MOST_BYTES = 64 * 1024 * 1024;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Names a plan in the store: SHA-256 over its canonical JSON. */
export const planDigest = oncePerObject((plan: Plan): string => digestOf(canonicalJson(plan)));
/** Names a list of agencies likewise. */
export const agenciesDigest = oncePerObject((agencies: Agencies): string => digestOf(canonicalJson(agencies)));

/** Their names in the store. */
export const servedBy = ({ plan, agencies }: PlanAndAgencies): PlanNames => ({
  digest: planDigest(plan),
  agencies: agenciesDigest(agencies),
});

/** Names both of them together: whoever changes one of them says with it what was seen. */
export const digestOfBoth = ({ digest, agencies = '' }: ServedPlan): string => digestOf(`${digest} ${agencies}`);

/** What stores a plan and its agencies, as far as they are not there yet, or cannot be read any more. */
export async function keepingPlan(table: Table, { plan, agencies }: PlanAndAgencies): Promise<Change[]> {
  const names = servedBy({ plan, agencies });
  const documents = [
    { row: names.digest, text: () => canonicalJson(plan) },
    { row: agenciesRow(names.agencies), text: () => canonicalJson(agencies) },
  ];
  const changes = documents.map(async ({ row, text }): Promise<readonly Change[]> => {
    const stands = await table.read(PLANS_PARTITION, row);
    if (stands && jsonIn(table, stands) !== null) return [];
    const value: StoredPlan = { packed: gzipSync(text()).toString('base64') };
    return [stands ? { kind: 'replace', row, etag: stands.etag, value } : { kind: 'insert', row, value }];
  });
  return (await Promise.all(changes)).flat();
}

/** Stores a plan and its agencies unless they are there. */
export async function keepPlan(table: Table, both: PlanAndAgencies): Promise<void> {
  // one by one: another instance that starts at the same time may have stored one of them
  for (const change of await keepingPlan(table, both)) await table.commit(PLANS_PARTITION, [change]);
}

async function storedJson(table: Table, row: string): Promise<unknown> {
  const entity = await table.read(PLANS_PARTITION, row);
  return entity && jsonIn(table, entity);
}

function jsonIn(table: Table, entity: Entity): unknown {
  const stored = soundValue(table, PLANS_PARTITION, entity, StoredPlan);
  if (!stored) return null;
  try {
    return JSON.parse(gunzipSync(Buffer.from(stored.packed, 'base64'), { maxOutputLength: MOST_BYTES }).toString('utf8'));
  } catch {
    return null;
  }
}

/** A stored plan as JSON, of whatever release; null where it is not there, or cannot be read any more. */
export const storedPlanJson = (table: Table, digest: string): Promise<unknown> => storedJson(table, digest);
/** Stored agencies likewise. */
export const storedAgenciesJson = (table: Table, digest: string): Promise<unknown> => storedJson(table, agenciesRow(digest));

const parsed = new WeakMap<Table, Map<string, unknown>>();

async function storedAs<S extends z.ZodType<object>>(table: Table, row: string, schema: S): Promise<z.output<S> | null> {
  const known = parsed.get(table) ?? new Map<string, unknown>();
  parsed.set(table, known);
  const before = known.get(row);
  if (before) return before as z.output<S>; // put there under this row by this very schema
  const read = schema.safeParse(await storedJson(table, row));
  if (!read.success) return null;
  known.set(row, read.data);
  return read.data;
}

/** A stored plan, the same object each time; null where it is not there, or is none for this release. */
export const storedPlan = (table: Table, digest: string): Promise<Plan | null> => storedAs(table, digest, Plan);
/** Stored agencies likewise. */
export const storedAgencies = (table: Table, digest: string): Promise<Agencies | null> => storedAs(table, agenciesRow(digest), Agencies);

/** The plan and the agencies by which a period, or the whole store, was served last, and the tag of that note. */
export interface ServedNote {
  readonly etag: string;
  /** Null where it cannot be read any more. */
  readonly digest: string | null;
  /** Null also where an earlier release noted it. */
  readonly agencies: string | null;
}

/** What is noted in a partition; null where nothing is. */
export async function servedNote(table: Table, partition: string): Promise<ServedNote | null> {
  const entity = await table.read(partition, PLAN_ROW);
  if (!entity) return null;
  const served = soundValue(table, partition, entity, ServedPlan);
  return { etag: entity.etag, digest: served?.digest ?? null, agencies: served?.agencies ?? null };
}

/** Puts a note in the place of the one that stands. */
export const servedNoteChange = (stands: Pick<ServedNote, 'etag'> | null, value: ServedPlan): Change =>
  stands ? { kind: 'replace', row: PLAN_ROW, etag: stands.etag, value } : { kind: 'insert', row: PLAN_ROW, value };
