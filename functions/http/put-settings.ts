import type { getSettingsRoute } from '../../contract/routes/get-settings.ts';
import { putSettingsRoute } from '../../contract/routes/put-settings.ts';
import type { Settings } from '../../core/plan/settings.ts';
import { type SettingsFault, settingsFaults } from '../../core/plan/settings-faults.ts';
import { changesAfterClose } from '../../core/plan/settings-parts.ts';
import { isSameJson } from '../../core/same-json.ts';
import { shortPeriodName } from '../../core/wording/period-names.ts';
import { settingsFaultText } from '../../core/wording/settings-faults.ts';
import type { Deps } from '../deps.ts';
import { isHeldByClose } from '../periods/change-settings.ts';
import { changeSettingsOnward, laterSettings } from '../periods/change-settings-onward.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { waitingIn } from '../periods/waiting-settings.ts';
import { nullIfUnreadable } from '../store/sound-row.ts';
import type { Serves } from './handler.ts';
import { refuse } from './problem.ts';
import { invalid, MOST_ERRORS, readJson } from './read-body.ts';
import { periodClosed } from './refusals.ts';

/**
 * Changes who reports, who owes a row, how strict a rule is, which days count, and which findings are waived, for one period and
 * with a reason on the record. What would leave a row or the period without those who answer for it is refused, all of it at once; of a
 * period that is not open whatever differs in more than how its report is signed and worded.
 * Settings that cannot be read have no tag that anybody could know: `If-Match: *` replaces them, and no others.
 */
export const putSettings =
  (deps: Deps): Serves<typeof putSettingsRoute> =>
  async (call, reply) => {
    const body = await readJson(call, putSettingsRoute);
    if (!body.ok) return body.error;
    const { context, caller } = call;
    const { settings, reason } = body.value;
    if (context.row.state !== 'open' && isHeldByClose(context, settings)) return periodClosed('settings');
    const faults = faultsOf(context, settings).map((fault) => ({
      path: fault.path,
      message: settingsFaultText(fault, context.listed.agencies),
    }));
    const errors = faults.length > 0 ? faults : await faultsLater(deps, context, settings);
    if (errors.length > 0) return invalid('invalid-request', errors.slice(0, MOST_ERRORS));
    const expected = call.header('if-match')?.trim();
    const hasRead = expected === (context.unreadableSettings ? '*' : tagOf(context.settingsTag));
    const act = { by: caller.name, at: deps.clock(), nonce: deps.nonce(), reason };
    const done = await changeSettingsOnward(deps, context, { settings, hasRead, ...act });
    if (done.ok) return reply.json(200, { settings: done.value });
    if (done.error === 'closed') return periodClosed('settings');
    return context.unreadableSettings ? unreadableSettings() : staleSettings();
  };

/** What settings cannot be used for; of a period that is not open in what can still be changed alone: all else stands as it was taken once. */
function faultsOf({ listed, period, row }: PeriodContext, settings: Settings): SettingsFault[] {
  const faults = settingsFaults(settings, { ...listed, period });
  return row.state === 'open' ? faults : faults.filter(({ path }) => changesAfterClose(path.split('.')[1] ?? ''));
}

/** What the change would make unusable of the settings of the periods that it lasts into, each as it is called. */
async function faultsLater(deps: Deps, context: PeriodContext, settings: Settings): Promise<{ path: string; message: string }[]> {
  const { plan, agencies } = deps;
  return (await laterSettings(deps, context, settings)).flatMap(({ context: { period, row }, before, settings: after }) => {
    const known = new Set(settingsFaults(before, { plan, agencies, period }).map((fault) => JSON.stringify(fault)));
    return settingsFaults(after, { plan, agencies, period })
      .filter((fault) => !known.has(JSON.stringify(fault)))
      .map((fault) => ({
        path: fault.path,
        message: `Kỳ ${shortPeriodName(period)} ${row.state === 'open' ? 'đang mở' : 'đã khóa, khi mở lại'}: ${settingsFaultText(fault, agencies)}`,
      }));
  });
}

/** The settings of a period, those that wait for its reopening, and the tag under which they may be changed. */
export const getSettings =
  ({ table }: Deps): Serves<typeof getSettingsRoute> =>
  async ({ context: { partition, row, settings, settingsTag } }, reply) => {
    const waiting = row.state === 'open' ? null : await nullIfUnreadable(waitingIn(table, partition));
    const isOther = waiting !== null && !isSameJson(waiting.settings, settings);
    return reply.json(200, { settings, ...(isOther && { waiting }) }, { ETag: tagOf(settingsTag) });
  };

const staleSettings = () =>
  refuse('stale-version', 'Người khác vừa đổi thiết lập của kỳ này. Tải thiết lập đang có, xem lại thay đổi rồi lưu.');

const unreadableSettings = () =>
  refuse('stale-version', 'Thiết lập đang lưu của kỳ này không đọc được. Muốn thay bằng thiết lập mới, gửi lại với If-Match: *.');

const tagOf = (etag: string): string => `"${etag === '' ? '0' : Buffer.from(etag).toString('base64url')}"`;
