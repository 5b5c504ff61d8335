import type { listPeriodsRoute } from '../../contract/routes/list-periods.ts';
import { openPeriodRoute } from '../../contract/routes/open-period.ts';
import type { Period } from '../../core/plan/period.ts';
import { isPlanPeriod } from '../../core/plan/plan-periods.ts';
import { shortPeriodName } from '../../core/wording/period-names.ts';
import type { Deps } from '../deps.ts';
import { openedPeriods } from '../periods/opened-periods.ts';
import { openPeriod, periodContextOf } from '../periods/period-context.ts';
import type { Serves } from './handler.ts';
import { periodLine } from './period-line.ts';
import { refuse } from './problem.ts';
import { invalid, readJson } from './read-body.ts';

/** The periods that were opened, the earliest first. */
export const getPeriods =
  (deps: Deps): Serves<typeof listPeriodsRoute> =>
  async (_call, reply) =>
    reply.tagged({ periods: (await openedPeriods(deps)).map(periodLine) });

const settingsLost = (period: Period): string =>
  `Thiết lập lưu của kỳ ${shortPeriodName(period)} không đọc được nên chưa biết gì của kỳ đó áp dụng tiếp cho kỳ này (đơn vị sáp nhập, đổi tên…); chưa mở kỳ. Khôi phục từ bản sao lưu, hoặc đặt lại thiết lập kỳ ${shortPeriodName(period)} rồi mở.`;

/** Opens a period of the plan; one that was opened before stays as it is, closed too. */
export const postPeriod =
  (deps: Deps): Serves<typeof openPeriodRoute> =>
  async (call, reply) => {
    const body = await readJson(call, openPeriodRoute);
    if (!body.ok) return body.error;
    const { period } = body.value;
    if (!isPlanPeriod(deps.plan, period))
      return invalid('invalid-request', [{ path: 'period', message: 'Kế hoạch không có kỳ báo cáo này.' }]);
    const outcome = await openPeriod(deps, period, { by: call.caller.name, at: deps.clock(), nonce: deps.nonce() });
    if (typeof outcome === 'object') return refuse('unavailable', settingsLost(outcome.unreadable));
    const context = await periodContextOf(deps, period);
    if (!context) throw new Error(`[open period] "${period}": opened, and not there`);
    return reply.json(outcome === 'opened' ? 201 : 200, periodLine(context));
  };
