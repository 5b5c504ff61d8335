import type { AgencyId } from '../../core/plan/agency.ts';
import type { PlanAndAgencies } from '../../core/plan/plan.ts';
import { isPlanPeriod } from '../../core/plan/plan-periods.ts';
import { settingsFaults } from '../../core/plan/settings-faults.ts';
import { shortPeriodName } from '../../core/wording/period-names.ts';
import { settingsFaultText } from '../../core/wording/settings-faults.ts';
import type { Deps } from '../deps.ts';
import { openedPeriods } from './opened-periods.ts';
import type { PeriodContext } from './period-context.ts';

/**
 * Why a plan that has no faults of its own cannot take the place of the one in force, a sentence each: another plan, a period that was
 * opened and is none any more, settings that name what is gone, nobody left who could put it right.
 */
export async function obstaclesTo(deps: Deps, next: PlanAndAgencies, by: AgencyId): Promise<string[]> {
  const { plan, agencies } = next;
  if (plan.id !== deps.plan.id)
    return [
      `Tệp là của kế hoạch mang mã “${plan.id}”, kế hoạch đang áp dụng mang mã “${deps.plan.id}”. Kế hoạch khác dùng máy chủ và kho dữ liệu riêng, xem hướng dẫn Dùng kế hoạch khác; nếu là bản sửa đổi thì giữ nguyên mã kế hoạch.`,
    ];
  const mayGoOn = agencies.some(({ id, active, roles }) => id === by && active && roles.includes('consolidator'));
  const opened = await openedPeriods(deps);
  const lost = opened.filter(({ period }) => !isPlanPeriod(plan, period)).map(({ period }) => shortPeriodName(period));
  const refusal = deps.plans?.refusal(agencies) ?? null;
  return [
    ...(mayGoOn
      ? []
      : [`Theo tệp, đơn vị ${by} không còn là cơ quan tổng hợp đang dùng: xác nhận xong sẽ không ai ở đơn vị sửa lại được.`]),
    ...(lost.length > 0
      ? [`Kế hoạch trong tệp không còn kỳ đã mở: ${lost.join(', ')}. Giữ các năm và nhịp báo cáo của những kỳ này.`]
      : []),
    ...opened
      .filter(({ row, period }) => row.state !== 'closed' && isPlanPeriod(plan, period))
      .flatMap((one) => settingObstacles(one, deps, next)),
    ...(refusal === null ? [] : [refusal]),
  ];
}

/** What the settings of a period name that would be gone; not what they named in vain before. */
function settingObstacles({ settings, period }: PeriodContext, before: PlanAndAgencies, next: PlanAndAgencies): string[] {
  const known = new Set(settingsFaults(settings, { ...before, period }).map((fault) => JSON.stringify(fault)));
  return settingsFaults(settings, { ...next, period })
    .filter((fault) => !known.has(JSON.stringify(fault)))
    .map(
      (fault) =>
        `Thiết lập kỳ ${shortPeriodName(period)}, ${fault.path.replace(/^settings\./, '')}: ${settingsFaultText(fault, next.agencies)} Sửa thiết lập kỳ trước, hoặc sửa kế hoạch.`,
    );
}
