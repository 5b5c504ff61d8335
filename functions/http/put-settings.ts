import * as z from 'zod';
import { Settings } from '../../core/settings.ts';
import { settingsFaults } from '../../core/settings-faults.ts';
import { settingsFaultText } from '../../core/wording/settings-faults.ts';
import type { Deps } from '../deps.ts';
import { type AuditEntry, auditRow, Reason, SETTINGS_ROW } from '../store/rows.ts';
import { consolidatorsGround } from './access.ts';
import { json } from './answer.ts';
import { refuse } from './problem.ts';
import { invalid, MOST_ERRORS, readJson } from './read-body.ts';
import type { GuardedRoute } from './route.ts';
import { refusalOf } from './take-submission.ts';

const SettingsRequest = z.strictObject({ settings: Settings, reason: Reason.trim().min(1) });
const SettingsAnswer = z.object({ settings: Settings });

/**
 * Changes who reports, who owes a row, how strict a rule is, which days count, and which findings are waived, for one period and
 * with a reason on the record. What would leave a row or the period without those who answer for it is refused, all of it at once. `If-Match` names the settings that were read (`"0"` for none), so that no change is lost.
 */
export const putSettings = (deps: Deps): GuardedRoute => ({
  method: 'PUT',
  path: '/periods/{period}/settings',
  id: 'putSettings',
  summary: 'Thiết lập của kỳ báo cáo, kèm lý do',
  takes: { 'application/json': SettingsRequest },
  headers: ['If-Match'],
  gives: { 200: { 'application/json': SettingsAnswer } },
  refuses: ['unauthenticated', 'forbidden', 'not-found', 'invalid-request', 'period-closed', 'stale-version'],
  async serve(request, caller) {
    const ground = await consolidatorsGround(deps, caller, request.parameters);
    if (!ground.ok) return ground.error;
    const body = await readJson(request, SettingsRequest);
    if (!body.ok) return body.error;
    const { partition, settingsTag, row } = ground.value;
    const { settings, reason } = body.value;
    const { plan, agencies } = deps;
    const faults = settingsFaults(settings, { plan, agencies, period: ground.value.period }).slice(0, MOST_ERRORS);
    if (faults.length > 0)
      return invalid(
        'invalid-request',
        faults.map((fault) => ({ path: fault.path, message: settingsFaultText(fault, agencies) })),
      );
    if (row.state !== 'open') return refusalOf('closed');
    if (request.header('if-match')?.trim() !== tagOf(settingsTag)) return staleSettings();
    const at = deps.clock();
    const audit: AuditEntry = { at: at.toISOString(), by: caller.name, action: 'settings', reason, settings };
    const done = await deps.table.commit(partition, [
      settingsTag === ''
        ? { kind: 'insert', row: SETTINGS_ROW, value: settings }
        : { kind: 'replace', row: SETTINGS_ROW, etag: settingsTag, value: settings },
      { kind: 'insert', row: auditRow(at, deps.nonce()), value: audit },
    ]);
    return done.ok ? json(200, { settings }) : staleSettings();
  },
});

/** The settings of a period, and the tag under which they may be changed. */
export const getSettings = (deps: Deps): GuardedRoute => ({
  method: 'GET',
  path: '/periods/{period}/settings',
  id: 'getSettings',
  summary: 'Thiết lập đang dùng của kỳ báo cáo',
  gives: { 200: { 'application/json': SettingsAnswer } },
  refuses: ['unauthenticated', 'forbidden', 'not-found'],
  async serve(request, caller) {
    const ground = await consolidatorsGround(deps, caller, request.parameters);
    if (!ground.ok) return ground.error;
    return json(200, { settings: ground.value.settings }, { ETag: tagOf(ground.value.settingsTag) });
  },
});

const staleSettings = () =>
  refuse('stale-version', 'Người khác vừa đổi thiết lập của kỳ này. Tải thiết lập đang có, xem lại thay đổi rồi lưu.');

const tagOf = (etag: string): string => `"${etag === '' ? '0' : Buffer.from(etag).toString('base64url')}"`;
