import type { PlanAndAgencies } from '../../core/plan/plan.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { Deps } from '../deps.ts';
import { CONFIRMED_ROW, ConfirmedPlan, PLANS_PARTITION } from '../store/plan-rows.ts';
import { keepingPlan, servedBy } from '../store/stored-plans.ts';
import type { Change } from '../store/table.ts';

/** Who puts a plan in force, and why. */
interface Confirmation {
  readonly by: string;
  readonly reason: string;
}

/**
 * Puts a plan above that of the files, in one transaction with its documents; the periods are told by `notePlan`. `stale`: another one came
 * into force since the plan of `deps` was read. The same plan once more, as after a lost answer, is done.
 */
export async function confirmPlan(
  { table, clock, planTag = null }: Pick<Deps, 'table' | 'clock' | 'planTag'>,
  next: PlanAndAgencies,
  { by, reason }: Confirmation,
): Promise<Result<'done', 'stale'>> {
  const { digest, agencies } = servedBy(next);
  const value: ConfirmedPlan = { plan: { id: next.plan.id, digest, agencies }, at: clock().toISOString(), by, reason };
  const put: Change =
    planTag === null ? { kind: 'insert', row: CONFIRMED_ROW, value } : { kind: 'replace', row: CONFIRMED_ROW, etag: planTag, value };
  const done = await table.commit(PLANS_PARTITION, [...(await keepingPlan(table, next)), put]);
  if (done.ok) return ok('done');
  const stands = ConfirmedPlan.safeParse((await table.read(PLANS_PARTITION, CONFIRMED_ROW))?.value).data?.plan;
  return stands?.digest === digest && stands.agencies === agencies ? ok('done') : failed('stale');
}

/** Lets the plan of the files count again, whatever was confirmed, readable or not. `none`: nothing stands above it. */
export async function withdrawPlan(
  { table, clock }: Pick<Deps, 'table' | 'clock'>,
  { by, reason }: Confirmation,
): Promise<'done' | 'none' | 'stale'> {
  const entity = await table.read(PLANS_PARTITION, CONFIRMED_ROW);
  if (!entity || ConfirmedPlan.safeParse(entity.value).data?.plan === null) return 'none';
  const value: ConfirmedPlan = { plan: null, at: clock().toISOString(), by, reason };
  const done = await table.commit(PLANS_PARTITION, [{ kind: 'replace', row: CONFIRMED_ROW, etag: entity.etag, value }]);
  return done.ok ? 'done' : 'stale';
}
