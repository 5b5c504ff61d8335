import type { AuditEntry } from '../../contract/audit-entry.ts';
import type { Day } from '../../core/day.ts';
import { localDay } from '../../core/local-day.ts';
import type { Agencies } from '../../core/plan/agency.ts';
import { lastingSettings, lastsInto } from '../../core/plan/lasting-settings.ts';
import { mergeSettings } from '../../core/plan/merge-settings.ts';
import { type Obligations, obligationsOf } from '../../core/plan/obligations.ts';
import { Period } from '../../core/plan/period.ts';
import type { Plan, PlanAndAgencies } from '../../core/plan/plan.ts';
import { isPlanPeriod, planPeriods } from '../../core/plan/plan-periods.ts';
import { NO_SETTINGS, Settings, withSettings } from '../../core/plan/settings.ts';
import { isSameJson } from '../../core/same-json.ts';
import type { Deps } from '../deps.ts';
import { PLAN_ROW, type PlanNames } from '../store/plan-rows.ts';
import { auditRow, PERIOD_ROW, PeriodRow, PROOFS_ROW, partitionOf, SETTINGS_ROW } from '../store/rows.ts';
import { neededValue, nullIfUnreadable, soundValue } from '../store/sound-row.ts';
import { digestOfBoth, servedBy, servedNote, storedAgencies, storedPlan } from '../store/stored-plans.ts';
import { type Change, type Table, UnreadableRowError } from '../store/table.ts';
import { keepNewest } from './newest-kept.ts';
import { waitingSettings } from './waiting-settings.ts';

/** A period as it stands: its own row, its settings, and plan and obligations under them. */
export interface PeriodContext {
  readonly partition: string;
  readonly period: Period;
  readonly row: PeriodRow;
  readonly settings: Settings;
  /** Tag of the settings; empty while there are none. */
  readonly settingsTag: string;
  /**
   * Whether what is stored as settings cannot be read, so that `settings` are none; only where that is to be repaired (`repairContextOf`).
   */
  readonly unreadableSettings: boolean;
  readonly plan: Plan;
  /** Names that plan and these agencies, without the settings, in the store. */
  readonly served: PlanNames;
  readonly agencies: Agencies;
  /** The same without the settings: of a closed period those by which it was judged. */
  readonly listed: PlanAndAgencies;
  readonly obligations: Obligations;
  /** The server's day, where the plan's clocks are. */
  readonly today: Day;
}

type Made = Pick<PeriodContext, 'plan' | 'agencies' | 'obligations'>;

/** Obligations are the same until the settings change: made once for each state of them, and kept for the periods in use. */
const MOST_MADE = 16;
const made = new WeakMap<Table, Map<string, Made>>();

export type ContextDeps = Pick<Deps, 'table' | 'plan' | 'agencies' | 'clock'>;

/**
 * The period that a URL names; null where there is none, whatever the text is. Throws `UnreadableRowError` where its row, its settings or
 * what it was closed under cannot be read.
 */
export const periodContextOf = (deps: ContextDeps, text: string | undefined): Promise<PeriodContext | null> =>
  contextOf(deps, text, { settingsOf: neededValue, planOf: planOfClosed });

/**
 * The same for who repairs what cannot be read of it: the period stands under no settings then, under the plan in use. Throws
 * `UnreadableRowError` where its own row cannot be read.
 */
export const repairContextOf = (deps: ContextDeps, text: string | undefined): Promise<PeriodContext | null> =>
  contextOf(deps, text, {
    settingsOf: soundValue,
    planOf: async (table, partition, inUse) => (await nullIfUnreadable(planOfClosed(table, partition, inUse))) ?? inUse,
  });

interface Readers {
  readonly settingsOf: typeof soundValue;
  readonly planOf: typeof planOfClosed;
}

async function contextOf(
  { table, plan, agencies, clock }: ContextDeps,
  text: string | undefined,
  { settingsOf, planOf }: Readers,
): Promise<PeriodContext | null> {
  const period = Period.safeParse(text);
  if (!period.success || !isPlanPeriod(plan, period.data)) return null;
  const partition = partitionOf(plan.id, period.data);
  const today = localDay(clock(), plan.reporting.utcOffset);
  const entity = await table.read(partition, PERIOD_ROW);
  if (!entity) return null;
  const stored = await table.read(partition, SETTINGS_ROW);
  const row = neededValue(table, partition, entity, PeriodRow);
  const own = row.state === 'closed' ? await planOf(table, partition, { plan, agencies }) : { plan, agencies };
  const readable = stored && settingsOf(table, partition, stored, Settings);
  const settings = readable ?? NO_SETTINGS;
  const unreadableSettings = stored !== null && readable === null;
  const settingsTag = stored?.etag ?? '';
  const served = servedBy(own);
  const known = made.get(table) ?? new Map<string, Made>();
  made.set(table, known);
  const key = [period.data, ...(unreadableSettings ? [] : [settingsTag]), digestOfBoth(served)].join('|');
  const under = keepNewest(known, key, known.get(key) ?? make(own, settings, period.data), MOST_MADE);
  return { partition, period: period.data, row, settings, settingsTag, unreadableSettings, today, served, listed: own, ...under };
}

/**
 * A closed period stays under the plan and the agencies by which it was judged (contract, "Periods"); those in use where an earlier release
 * noted none. Throws `UnreadableRowError` where what was noted cannot be read: by another plan its figures would say something else.
 */
async function planOfClosed(table: Table, partition: string, inUse: PlanAndAgencies): Promise<PlanAndAgencies> {
  const note = await servedNote(table, partition);
  if (!note) return inUse;
  const names = servedBy(inUse);
  const [plan, agencies] = await Promise.all([
    note.digest === names.digest ? inUse.plan : note.digest && storedPlan(table, note.digest),
    note.agencies === names.agencies || (note.digest && !note.agencies) ? inUse.agencies : storedAgencies(table, note.agencies ?? ''),
  ]);
  if (plan && agencies) return { plan, agencies };
  throw new UnreadableRowError(`[read] "${partition}": the plan or the agencies that it was closed under cannot be read`, PLAN_ROW);
}

function make({ plan, agencies }: PlanAndAgencies, settings: Settings, period: Period): Made {
  const under = withSettings(plan, agencies, settings, period);
  return { ...under, obligations: obligationsOf(under.plan, under.agencies, period) };
}

/** Settings that would last into a period and cannot be read: of which period they are. */
interface UnreadableSettings {
  readonly unreadable: Period;
}

/**
 * What lasts of the settings of the latest opened period that lasts into a new one; of a closed one of those that it will have once it is
 * reopened. Null for nothing.
 */
async function inheritedSettings(table: Table, plan: Plan, period: Period): Promise<Settings | UnreadableSettings | null> {
  for (const before of planPeriods(plan).toReversed()) {
    const partition = partitionOf(plan.id, before);
    if (!lastsInto(before, period) || !(await table.read(partition, PERIOD_ROW))) continue;
    const stored = await table.read(partition, SETTINGS_ROW);
    const standing = async () =>
      (await waitingSettings(table, partition)) ?? (stored ? neededValue(table, partition, stored, Settings) : NO_SETTINGS);
    const settings = await nullIfUnreadable(standing());
    if (!settings) return { unreadable: before };
    const lasting = lastingSettings(settings);
    return !isSameJson(lasting, NO_SETTINGS) ? lasting : null;
  }
  return null;
}

/** Who opens a period, for the record. */
export interface Opener {
  readonly by: string;
  readonly at: Date;
  readonly nonce: string;
}

/**
 * Opens a period that is not there yet; one that is there stays as it is. `opener`: null for the program's own first period. `unreadable`:
 * it was not opened, as nobody knows what lasts into it.
 */
export async function openPeriod(
  { table, plan }: Pick<Deps, 'table' | 'plan'>,
  period: Period,
  opener: Opener | null,
): Promise<'opened' | 'present' | UnreadableSettings> {
  const partition = partitionOf(plan.id, period);
  if (await table.read(partition, PERIOD_ROW)) return 'present';
  const row: PeriodRow = { state: 'open', closes: 0, asOf: null };
  const inherited = await inheritedSettings(table, plan, period);
  if (inherited && 'unreadable' in inherited) return inherited;
  // A period that begins empty has nothing that would need a proof from before.
  const opening: Change[] = [
    { kind: 'insert', row: PERIOD_ROW, value: row },
    { kind: 'insert', row: PROOFS_ROW, value: { numbers: true } },
    ...(inherited ? [{ kind: 'insert' as const, row: SETTINGS_ROW, value: inherited }] : []),
  ];
  if (!opener) return (await table.commit(partition, opening)).ok ? 'opened' : 'present';
  const { by, at, nonce } = opener;
  const audit: AuditEntry = { at: at.toISOString(), by, action: 'open' };
  const done = await table.commit(partition, [...opening, { kind: 'insert', row: auditRow(at, nonce), value: audit }]);
  // A conflict may be this very opening, done and its answer lost: its audit entry tells.
  if (!done.ok && !(await table.read(partition, auditRow(at, nonce)))) return 'present';
  await inheritSince(table, plan, period, inherited ?? NO_SETTINGS);
  return 'opened';
}

/** What an earlier period's settings became between their reading and the opening: whoever changed them did not see this period yet. */
async function inheritSince(table: Table, plan: Plan, period: Period, inherited: Settings): Promise<void> {
  const partition = partitionOf(plan.id, period);
  for (;;) {
    const since = (await inheritedSettings(table, plan, period)) ?? NO_SETTINGS;
    if ('unreadable' in since) return;
    const stored = await table.read(partition, SETTINGS_ROW);
    const own = stored ? soundValue(table, partition, stored, Settings) : NO_SETTINGS;
    const value = own && mergeSettings(inherited, own, since).settings;
    if (!value || isSameJson(own, value)) return;
    const change: Change = stored
      ? { kind: 'replace', row: SETTINGS_ROW, etag: stored.etag, value }
      : { kind: 'insert', row: SETTINGS_ROW, value };
    if ((await table.commit(partition, [change])).ok) return;
  }
}
