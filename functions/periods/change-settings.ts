import type { AuditEntry } from '../../contract/audit-entry.ts';
import { canonicalJson } from '../../core/canonical.ts';
import type { Period } from '../../core/plan/period.ts';
import { Settings } from '../../core/plan/settings.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { auditRow, SETTINGS_ROW } from '../store/rows.ts';
import type { Table } from '../store/table.ts';
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
 * Puts settings in the place of those that a period stands under, in one transaction with the audit entry. `closed`: the period is not
 * open; `stale`: they were changed since.
 */
export async function changeSettings(
  table: Table,
  { partition, settingsTag, row }: PeriodContext,
  { settings, hasRead, reason, from, by, at, nonce }: SettingsChange,
): Promise<Result<Settings, 'closed' | 'stale'>> {
  if (row.state !== 'open') return failed('closed');
  // A client whose answer was lost sends the same change again: it is already stored, and is no conflict.
  const asItStands = async () => ((await isInForce(table, partition, settings)) ? ok(settings) : failed('stale' as const));
  if (!hasRead) return asItStands();
  const audit: AuditEntry = { at: at.toISOString(), by, action: 'settings', reason, ...(from && { from }), settings };
  const done = await table.commit(partition, [
    settingsTag === ''
      ? { kind: 'insert', row: SETTINGS_ROW, value: settings }
      : { kind: 'replace', row: SETTINGS_ROW, etag: settingsTag, value: settings },
    { kind: 'insert', row: auditRow(at, nonce), value: audit },
  ]);
  return done.ok ? ok(settings) : asItStands();
}

/** Whether these very settings are stored. */
async function isInForce(table: Table, partition: string, settings: Settings): Promise<boolean> {
  const stored = await table.read(partition, SETTINGS_ROW);
  return stored !== null && canonicalJson(Settings.safeParse(stored.value).data ?? null) === canonicalJson(settings);
}
