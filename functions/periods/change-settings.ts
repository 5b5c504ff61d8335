import type { AuditEntry } from '../../contract/audit-entry.ts';
import { canonicalJson } from '../../core/canonical.ts';
import type { Period } from '../../core/plan/period.ts';
import { Settings } from '../../core/plan/settings.ts';
import { partsHeldByClose } from '../../core/plan/settings-parts.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { auditRow, PERIOD_ROW, PeriodRow, SETTINGS_ROW } from '../store/rows.ts';
import { neededValue } from '../store/sound-row.ts';
import type { Change, Table } from '../store/table.ts';
import type { PeriodContext } from './period-context.ts';

/** New settings of a period, by whom and why. `hasRead`: whether the caller has seen the settings in force. */
export interface SettingsChange {
  readonly settings: Settings;
  readonly hasRead: boolean;
  readonly reason: string;
  /** The earlier period in which it was changed, where it lasts into this one. */
  readonly from?: Period;
  readonly by: string;
  readonly at: Date;
  readonly nonce: string;
}

/**
 * Puts settings in the place of those that a period stands under, in one transaction with the audit entry and under the tag of the period's own
 * row: one that begins to be closed meanwhile takes only what a close does not hold any more. `closed`: the period is not open, and they
 * differ in more than that; `stale`: they were changed since.
 */
export async function changeSettings(
  table: Table,
  context: PeriodContext,
  { settings, hasRead, reason, from, by, at, nonce }: SettingsChange,
): Promise<Result<Settings, 'closed' | 'stale'>> {
  const { partition, settingsTag, row } = context;
  const isHeld = isHeldByClose(context, settings);
  if (row.state !== 'open' && isHeld) return failed('closed');
  // A client whose answer was lost sends the same change again: it is already stored, and is no conflict.
  const asItStands = async () => ((await isInForce(table, partition, settings)) ? ok(settings) : failed('stale' as const));
  if (!hasRead) return asItStands();
  const audit: AuditEntry = { at: at.toISOString(), by, action: 'settings', reason, ...(from && { from }), settings };
  for (;;) {
    const period = await periodRowAsItIs(table, partition, isHeld);
    if (period === null) return (await isInForce(table, partition, settings)) ? ok(settings) : failed('closed');
    const done = await table.commit(partition, [
      period,
      settingsTag === ''
        ? { kind: 'insert', row: SETTINGS_ROW, value: settings }
        : { kind: 'replace', row: SETTINGS_ROW, etag: settingsTag, value: settings },
      { kind: 'insert', row: auditRow(at, nonce), value: audit },
    ]);
    if (done.ok) return ok(settings);
    // It was the period's row alone that changed, or somebody else's settings were first, or this very change was and its answer lost.
    if (((await table.read(partition, SETTINGS_ROW))?.etag ?? '') !== settingsTag) return asItStands();
  }
}

/** Whether a period that is not open takes these settings no more. Of those that cannot be read nobody knows what would change. */
export const isHeldByClose = ({ settings: inForce, unreadableSettings }: PeriodContext, settings: Settings): boolean =>
  unreadableSettings || partsHeldByClose(inForce, settings).length > 0;

/** What keeps the row of a period as it is, under its tag; null of one that takes the change no more. */
async function periodRowAsItIs(table: Table, partition: string, isHeld: boolean): Promise<Change | null> {
  const entity = await table.read(partition, PERIOD_ROW);
  const value = entity && neededValue(table, partition, entity, PeriodRow);
  return entity && value && (value.state === 'open' || !isHeld) ? { kind: 'replace', row: PERIOD_ROW, etag: entity.etag, value } : null;
}

/** Whether these very settings are stored. */
async function isInForce(table: Table, partition: string, settings: Settings): Promise<boolean> {
  const stored = await table.read(partition, SETTINGS_ROW);
  return stored !== null && canonicalJson(Settings.safeParse(stored.value).data ?? null) === canonicalJson(settings);
}
