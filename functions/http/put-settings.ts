import type { getSettingsRoute } from '../../contract/routes/get-settings.ts';
import { putSettingsRoute } from '../../contract/routes/put-settings.ts';
import { settingsFaults } from '../../core/plan/settings-faults.ts';
import { settingsFaultText } from '../../core/wording/settings-faults.ts';
import type { Deps } from '../deps.ts';
import { changeSettings } from '../periods/change-settings.ts';
import type { Serves } from './handler.ts';
import { refuse } from './problem.ts';
import { invalid, MOST_ERRORS, readJson } from './read-body.ts';
import { periodClosed } from './refusals.ts';

/**
 * Changes who reports, who owes a row, how strict a rule is, which days count, and which findings are waived, for one period and
 * with a reason on the record. What would leave a row or the period without those who answer for it is refused, all of it at once.
 * Settings that cannot be read have no tag that anybody could know: `If-Match: *` replaces them, and no others.
 */
export const putSettings =
  (deps: Deps): Serves<typeof putSettingsRoute> =>
  async (call, reply) => {
    const body = await readJson(call, putSettingsRoute);
    if (!body.ok) return body.error;
    const { context, caller } = call;
    const { settings, reason } = body.value;
    const { plan, agencies } = deps;
    const faults = settingsFaults(settings, { plan, agencies, period: context.period }).slice(0, MOST_ERRORS);
    if (faults.length > 0)
      return invalid(
        'invalid-request',
        faults.map((fault) => ({ path: fault.path, message: settingsFaultText(fault, agencies) })),
      );
    const expected = call.header('if-match')?.trim();
    const hasRead = expected === (context.unreadableSettings ? '*' : tagOf(context.settingsTag));
    const act = { by: caller.name, at: deps.clock(), nonce: deps.nonce(), reason };
    const done = await changeSettings(deps.table, context, { settings, hasRead, ...act });
    if (done.ok) return reply.json(200, { settings: done.value });
    if (done.error === 'closed') return periodClosed();
    return context.unreadableSettings ? unreadableSettings() : staleSettings();
  };

/** The settings of a period, and the tag under which they may be changed. */
export const getSettings =
  (): Serves<typeof getSettingsRoute> =>
  async ({ context }, reply) =>
    reply.json(200, { settings: context.settings }, { ETag: tagOf(context.settingsTag) });

const staleSettings = () =>
  refuse('stale-version', 'Người khác vừa đổi thiết lập của kỳ này. Tải thiết lập đang có, xem lại thay đổi rồi lưu.');

const unreadableSettings = () =>
  refuse('stale-version', 'Thiết lập đang lưu của kỳ này không đọc được. Muốn thay bằng thiết lập mới, gửi lại với If-Match: *.');

const tagOf = (etag: string): string => `"${etag === '' ? '0' : Buffer.from(etag).toString('base64url')}"`;
