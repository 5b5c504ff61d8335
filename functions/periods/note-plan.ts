import type { AuditEntry } from '../../contract/audit-entry.ts';
import type { PlanAndAgencies } from '../../core/plan/plan.ts';
import { agencyChanges, inOneChange, type PlanChange, planChanges } from '../../core/plan/plan-changes.ts';
import type { Deps } from '../deps.ts';
import { bytesOfDocument } from '../store/limits.ts';
import { PLAN_CHANGES, PLANS_PARTITION, PlanChangeRow, type PlanNames, planChangeRow } from '../store/plan-rows.ts';
import { auditRow } from '../store/rows.ts';
import { soundValues } from '../store/sound-row.ts';
import {
  keepPlan,
  type ServedNote,
  servedBy,
  servedNote,
  servedNoteChange,
  storedAgenciesJson,
  storedPlanJson,
} from '../store/stored-plans.ts';
import type { Change, Table } from '../store/table.ts';
import { openedPeriods } from './opened-periods.ts';

/** What a note of changes may take of a row's room; the plan of the desk keeps no service from going on, however much it changes. */
const MOST_NOTED_BYTES = 128 * 1024;

/** As it stands in the audit: who changed the files of a plan is not known here. */
const BY = 'phuluc';

/** Who put another plan in force, and why. */
interface WhoChanged {
  readonly by: string;
  readonly reason?: string | undefined;
}

/**
 * Notes by which plan and agencies each period that is not closed is served, and in its audit what is otherwise than before (action
 * `plan-changed`): once, in the transaction that notes them. A closed period stays under those that it was closed under until it is
 * reopened. `withdrawn`: who last took the plan of the desk away from above the files.
 */
export async function notePlan(
  deps: Pick<Deps, 'table' | 'plan' | 'agencies' | 'clock' | 'nonce' | 'confirmed'>,
  withdrawn: WhoChanged | null = null,
): Promise<void> {
  const { table, plan, agencies, clock, nonce, confirmed } = deps;
  const who = withdrawn && (await lastOrigin(table)) === 'desk' ? { by: withdrawn.by, reason: withdrawn.reason } : whoChanged(deps);
  const names = servedBy({ plan, agencies });
  await keepPlan(table, { plan, agencies });
  const ofStore = await servedNote(table, PLANS_PARTITION);
  for (const { partition, row } of await openedPeriods(deps)) {
    if (row.state !== 'closed') {
      const changes = await planNote(deps, partition, who);
      // another instance that starts at the same time may be quicker: its note is the same
      if (changes.length > 0) await table.commit(partition, changes);
    } else if (ofStore?.digest && !(await servedNote(table, partition))) {
      const { digest, agencies: before } = ofStore;
      await table.commit(partition, [servedNoteChange(null, { digest, ...(before !== null && { agencies: before }) })]);
    }
  }
  if (isSame(ofStore, names)) return;
  const at = clock();
  const changed: PlanChangeRow = {
    ...{ at: at.toISOString(), ...who, origin: confirmed ? 'desk' : 'files', ...names },
    changes: await changesSince(table, ofStore, { plan, agencies }),
  };
  await table.commit(PLANS_PARTITION, [
    servedNoteChange(ofStore, names),
    { kind: 'insert', row: planChangeRow(at, nonce()), value: changed },
  ]);
}

/** What notes in a period that it stands under the plan in use, and what is otherwise than before; nothing where that is noted. */
export async function planNote(
  { table, plan, agencies, clock, nonce, confirmed }: Pick<Deps, 'table' | 'plan' | 'agencies' | 'clock' | 'nonce' | 'confirmed'>,
  partition: string,
  who: WhoChanged = whoChanged({ confirmed }),
): Promise<readonly Change[]> {
  const names = servedBy({ plan, agencies });
  const served = await servedNote(table, partition);
  if (isSame(served, names)) return [];
  // one that was opened since the last start was opened under the plan of that start
  const before = served?.digest ? served : await servedNote(table, PLANS_PARTITION);
  const changes = await changesSince(table, before, { plan, agencies });
  const at = clock();
  const audit: AuditEntry = { at: at.toISOString(), ...who, action: 'plan-changed', changes };
  return [
    servedNoteChange(served, names),
    ...(changes.length > 0 ? [{ kind: 'insert' as const, row: auditRow(at, nonce()), value: audit }] : []),
  ];
}

/** Where the plan came from that the store was served by last. */
async function lastOrigin(table: Table): Promise<PlanChangeRow['origin'] | null> {
  return soundValues(table, PLANS_PARTITION, await table.list(PLANS_PARTITION, PLAN_CHANGES), PlanChangeRow).at(-1)?.origin ?? null;
}

const isSame = (note: ServedNote | null, { digest, agencies }: PlanNames): boolean => note?.digest === digest && note.agencies === agencies;

const whoChanged = ({ confirmed }: { readonly confirmed?: Deps['confirmed'] }): WhoChanged =>
  confirmed ? { by: confirmed.by, reason: confirmed.reason } : { by: BY };

/** What a plan and its agencies say otherwise than those of a note; nothing of what is not known any more, or was not noted. */
async function changesSince(table: Table, before: ServedNote | null, { plan, agencies }: PlanAndAgencies): Promise<PlanChange[]> {
  const [earlier, register] = await Promise.all([
    before?.digest ? storedPlanJson(table, before.digest) : null,
    before?.agencies ? storedAgenciesJson(table, before.agencies) : null,
  ]);
  const changes = [
    ...(earlier === null ? [] : planChanges(earlier, plan)),
    ...(register === null ? [] : agencyChanges(register, agencies)),
  ];
  return bytesOfDocument(changes) > MOST_NOTED_BYTES ? [inOneChange(changes)] : changes;
}
