import type { AuditEntry } from '../../contract/audit-entry.ts';
import { planChanges } from '../../core/plan/plan-changes.ts';
import type { Deps } from '../deps.ts';
import { PLAN_ROW, PLANS_PARTITION, type ServedPlan } from '../store/plan-rows.ts';
import { auditRow } from '../store/rows.ts';
import { keepPlan, planDigest, type ServedNote, servedNote, storedPlanJson } from '../store/stored-plans.ts';
import type { Change } from '../store/table.ts';
import { openedPeriods } from './opened-periods.ts';

/** As it stands in the audit: who changed the plan's file is not known here. */
const BY = 'phuluc';

/**
 * Notes by which plan each period that is not closed is served, and in its audit what is otherwise than before (action `plan-changed`): once,
 * in the transaction that notes the plan. A closed period stays under the plan that it was closed under until it is reopened.
 */
export async function notePlan(deps: Deps): Promise<void> {
  const { table, plan } = deps;
  const digest = await keepPlan(table, plan);
  const ofStore = await servedNote(table, PLANS_PARTITION);
  for (const { partition, row } of await openedPeriods(deps)) {
    if (row.state !== 'closed') {
      const changes = await planNote(deps, partition);
      // another instance that starts at the same time may be quicker: its note is the same
      if (changes.length > 0) await table.commit(partition, changes);
    } else if (ofStore?.digest && !(await servedNote(table, partition))) {
      await table.commit(partition, [noted(null, ofStore.digest)]);
    }
  }
  if (ofStore?.digest !== digest) await table.commit(PLANS_PARTITION, [noted(ofStore, digest)]);
}

/** What notes in a period that it stands under the plan in use, and what is otherwise than before; nothing where that is noted. */
export async function planNote(
  { table, plan, clock, nonce }: Pick<Deps, 'table' | 'plan' | 'clock' | 'nonce'>,
  partition: string,
): Promise<readonly Change[]> {
  const digest = planDigest(plan);
  const served = await servedNote(table, partition);
  if (served?.digest === digest) return [];
  // one that was opened since the last start was opened under the plan of that start
  const before = served?.digest ?? (await servedNote(table, PLANS_PARTITION))?.digest ?? null;
  const earlier = before === null ? null : await storedPlanJson(table, before);
  const changes = earlier === null ? [] : planChanges(earlier, plan);
  const at = clock();
  const audit: AuditEntry = { at: at.toISOString(), by: BY, action: 'plan-changed', changes };
  return [noted(served, digest), ...(changes.length > 0 ? [{ kind: 'insert' as const, row: auditRow(at, nonce()), value: audit }] : [])];
}

function noted(stands: ServedNote | null, digest: string): Change {
  const value: ServedPlan = { digest };
  return stands ? { kind: 'replace', row: PLAN_ROW, etag: stands.etag, value } : { kind: 'insert', row: PLAN_ROW, value };
}
