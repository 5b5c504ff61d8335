import type { AuditEntry } from '../../contract/audit-entry.ts';
import { Settings } from '../../core/plan/settings.ts';
import { withPartsAfterClose } from '../../core/plan/settings-parts.ts';
import { isSameJson } from '../../core/same-json.ts';
import { auditRow, PERIOD_ROW, PeriodRow, SETTINGS_ROW, WAITING_SETTINGS_ROW, WaitingSettings } from '../store/rows.ts';
import { neededValue, soundValue } from '../store/sound-row.ts';
import type { Change, Entity, Table } from '../store/table.ts';
import type { PeriodContext } from './period-context.ts';

/** The settings that wait, and whence they come. */
export type SettingsInWait = WaitingSettings & { readonly settings: Settings };

/**
 * What waits in a closed period for its reopening; null where it will have the settings that it was closed under. Throws
 * `UnreadableRowError` where it cannot be read.
 */
export async function waitingIn(table: Table, partition: string): Promise<SettingsInWait | null> {
  const stored = await table.read(partition, WAITING_SETTINGS_ROW);
  const waiting = stored && neededValue(table, partition, stored, WaitingSettings);
  if (!waiting?.settings) return null;
  return { ...waiting, settings: beside(await table.read(partition, SETTINGS_ROW), waiting.settings) };
}

/** What waits beside what is stored: of what may be changed after a close the closed period's own stands, whatever was noted and when. */
function beside(stored: Entity | null, waiting: Settings): Settings {
  const own = stored && Settings.safeParse(stored.value).data;
  return own ? withPartsAfterClose(waiting, own) : waiting;
}

/** The settings that a closed period will have once it is reopened; null where it will have those that it was closed under. Throws as above. */
export const waitingSettings = async (table: Table, partition: string): Promise<Settings | null> =>
  (await waitingIn(table, partition))?.settings ?? null;

/**
 * Notes what a period that is not open will stand under once it is reopened. It is done under the tag of the period's own row: one that is
 * reopened meanwhile takes none any more (false), and whoever notes it looks again.
 */
export async function noteWaiting(table: Table, partition: string, waiting: WaitingSettings): Promise<boolean> {
  const [period, stored] = [await table.read(partition, PERIOD_ROW), await table.read(partition, WAITING_SETTINGS_ROW)];
  if (!period) return false;
  const value = neededValue(table, partition, period, PeriodRow);
  if (value.state === 'open') return false;
  const done = await table.commit(partition, [
    { kind: 'replace', row: PERIOD_ROW, etag: period.etag, value },
    stored
      ? { kind: 'replace', row: WAITING_SETTINGS_ROW, etag: stored.etag, value: waiting }
      : { kind: 'insert', row: WAITING_SETTINGS_ROW, value: waiting },
  ]);
  return done.ok;
}

/**
 * Lets nothing wait any more in the place of what cannot be read, with an audit entry, so that the period can be reopened. False where
 * nothing waits that cannot be read, or somebody was quicker.
 */
export async function dropUnreadableWaiting(
  table: Table,
  { partition, period }: Pick<PeriodContext, 'partition' | 'period'>,
  { by, at, nonce, reason }: Reopener & Pick<WaitingSettings, 'reason'>,
): Promise<boolean> {
  const stored = await table.read(partition, WAITING_SETTINGS_ROW);
  if (!stored || soundValue(table, partition, stored, WaitingSettings)) return false;
  const value: WaitingSettings = { settings: null, from: period, reason };
  const audit: AuditEntry = { at: at.toISOString(), by, action: 'settings', reason };
  const done = await table.commit(partition, [
    { kind: 'replace', row: WAITING_SETTINGS_ROW, etag: stored.etag, value },
    { kind: 'insert', row: auditRow(at, nonce), value: audit },
  ]);
  return done.ok;
}

interface Reopener {
  readonly by: string;
  readonly at: Date;
  readonly nonce: string;
}

/**
 * What puts the settings that wait in force, with its audit entry, in the transaction that reopens a period; nothing where none wait. Throws
 * `UnreadableRowError` where they cannot be read: what lasts from other periods would be gone, and nobody told.
 */
export async function waitingInForce(table: Table, partition: string, { by, at, nonce }: Reopener): Promise<readonly Change[]> {
  const stored = await table.read(partition, WAITING_SETTINGS_ROW);
  const waiting = stored && neededValue(table, partition, stored, WaitingSettings);
  if (!stored || !waiting?.settings) return [];
  const { from, reason } = waiting;
  const none: WaitingSettings = { ...waiting, settings: null };
  const taken: Change = { kind: 'replace', row: WAITING_SETTINGS_ROW, etag: stored.etag, value: none };
  const former = await table.read(partition, SETTINGS_ROW);
  const settings = beside(former, waiting.settings);
  if (former && isSameJson(Settings.safeParse(former.value).data, settings)) return [taken];
  const audit: AuditEntry = { at: at.toISOString(), by, action: 'settings', reason, from, settings };
  return [
    taken,
    former
      ? { kind: 'replace', row: SETTINGS_ROW, etag: former.etag, value: settings }
      : { kind: 'insert', row: SETTINGS_ROW, value: settings },
    { kind: 'insert', row: auditRow(at, nonce), value: audit },
  ];
}
