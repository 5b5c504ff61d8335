import type { PlanAndAgencies } from '../../core/plan/plan.ts';
import { CONFIRMED_ROW, ConfirmedPlan, PLANS_PARTITION } from './plan-rows.ts';
import { soundValue } from './sound-row.ts';
import { StoreRefused } from './store-refused.ts';
import { servedNote, storedAgencies, storedPlan } from './stored-plans.ts';
import type { Table } from './table.ts';

/** A plan that was confirmed on the desk and stands above the files, and by whom. */
export type PlanOfDesk = ConfirmedPlan & { readonly plan: NonNullable<ConfirmedPlan['plan']> };

/** The plan and the agencies that a store is served by. */
export interface PlanInForce extends PlanAndAgencies {
  /** Who confirmed it on the desk; null where it is that of the files. */
  readonly confirmed: PlanOfDesk | null;
  /** Who last took away what was confirmed there; null where nobody did, or something was confirmed since. */
  readonly withdrawn: Pick<ConfirmedPlan, 'by' | 'reason'> | null;
  /** The tag of what was confirmed last; null where nothing ever was. */
  readonly tag: string | null;
}

/**
 * The plan in force: the one that a person confirmed on the desk, else that of the files (docs/decisions/2026-11-29-plan-of-the-desk.md).
 * One of another id than the files' is another plan's: it does not count. Throws `StoreRefused` where the confirmed one cannot be read.
 */
export async function planInForce(table: Table, files: PlanAndAgencies): Promise<PlanInForce> {
  const entity = await table.read(PLANS_PARTITION, CONFIRMED_ROW);
  const ofFiles = { plan: files.plan, agencies: files.agencies, confirmed: null, withdrawn: null, tag: entity?.etag ?? null };
  if (!entity) return ofFiles;
  const said = soundValue(table, PLANS_PARTITION, entity, ConfirmedPlan) ?? (await lastServed(table, files));
  if (said?.plan === null) return { ...ofFiles, withdrawn: said };
  if (said && said.plan.id !== files.plan.id) return ofFiles;
  const [plan, agencies] = said
    ? await Promise.all([storedPlan(table, said.plan.digest), storedAgencies(table, said.plan.agencies)])
    : [null, null];
  if (!said || !plan || !agencies) throw new StoreRefused('plan-unreadable', files.plan.id);
  return { plan, agencies, confirmed: { ...said, plan: said.plan }, withdrawn: null, tag: entity.etag };
}

/** Where it cannot be read what was confirmed: the store was served by it. */
async function lastServed(table: Table, { plan: { id } }: PlanAndAgencies): Promise<ConfirmedPlan | null> {
  const note = await servedNote(table, PLANS_PARTITION);
  if (!note?.digest || !note.agencies) return null;
  return { plan: { id, digest: note.digest, agencies: note.agencies }, at: '', by: '', reason: '' };
}
