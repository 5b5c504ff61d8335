import { randomUUID } from 'node:crypto';
import type { Period } from '../core/plan/period.ts';
import { NO_SETTINGS } from '../core/plan/settings.ts';
import { shortPeriodName } from '../core/wording/period-names.ts';
import { changeSettings } from '../functions/periods/change-settings.ts';
import { repairContextOf } from '../functions/periods/period-context.ts';
import { dropUnreadableWaiting } from '../functions/periods/waiting-settings.ts';
import type { Table } from '../functions/store/table.ts';
import { loadContext, periodOf } from './context.ts';
import { contextIn } from './context-in.ts';
import { needed, parseCall } from './options.ts';
import { storageOf, withTable } from './storage.ts';
import { WrongCall } from './wrong-call.ts';

/** As it stands in the audit: whoever may run commands on the server is not known by name here. */
const BY = 'phuluc settings';

/**
 * `phuluc settings reset`: none in the place of settings that cannot be read, or that wait in a closed period and cannot, so that the
 * period can be used and set anew.
 */
export async function settings(args: readonly string[]): Promise<number> {
  const { values, rest } = parseCall(args, ['data', 'period', 'reason', 'plan', 'agencies']);
  if (rest.join(' ') !== 'reset') throw new WrongCall('Nêu việc cần làm: settings reset. Xem: phuluc --help');
  const loaded = loadContext(values);
  const reason = needed(values.reason, 'reason').trim();
  const clock = () => new Date();
  const reset = async (table: Table): Promise<Period> => {
    const inForce = await contextIn(table, loaded);
    const period = periodOf(values.period, inForce);
    const context = await repairContextOf({ ...inForce, table, clock }, period);
    if (!context) throw new WrongCall(`Kho này không có kỳ ${shortPeriodName(period)}.`);
    const act = { by: BY, at: clock(), nonce: randomUUID(), reason };
    if (await dropUnreadableWaiting(table, context, { ...act, nonce: randomUUID() })) return period;
    if (!context.unreadableSettings)
      throw new WrongCall(`Thiết lập kỳ ${shortPeriodName(period)} vẫn đọc được; đổi thiết lập trên trang tổng hợp.`);
    const done = await changeSettings(table, context, { settings: NO_SETTINGS, hasRead: true, ...act });
    if (done.ok) return period;
    throw new WrongCall(
      done.error === 'closed'
        ? `Kỳ ${shortPeriodName(period)} đã khóa; mở lại kỳ rồi đặt lại thiết lập.`
        : `Thiết lập kỳ ${shortPeriodName(period)} vừa được người khác đổi; không đặt lại.`,
    );
  };
  const period = await withTable(storageOf(values.data), reset);
  process.stdout.write(
    `Đã đặt lại thiết lập kỳ ${shortPeriodName(period)}. Xem lại đơn vị, hạn gửi, quy tắc trên trang tổng hợp rồi lưu thiết lập cần dùng.\n`,
  );
  return 0;
}
