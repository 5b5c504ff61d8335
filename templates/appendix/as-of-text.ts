import { formatCount, formatDate } from '../../core/format.ts';
import type { Matrix } from '../../core/matrix.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { cutOffOf } from '../../core/plan/plan-periods.ts';
import { documentMoment } from './moment.ts';

const COMMITTEE = 'ỦY BAN NHÂN DÂN';

/** The office whose plan it is, as sentences name it. */
export const issuerName = ({ office }: Plan): string => (office.issuer.startsWith(COMMITTEE) ? `UBND ${office.name}` : office.name);

/** Which figures these are: cut-off day, time of consolidation, how many agencies they rest on. */
export function asOfText(plan: Plan, { period, asOf, agencies }: Matrix): string {
  const at = documentMoment(new Date(asOf), plan.reporting.utcOffset);
  const silent = agencies.missing.length > 0 ? `; còn ${formatCount(agencies.missing.length)} đơn vị chưa có báo cáo` : '';
  return `Số liệu chốt đến ngày ${formatDate(cutOffOf(plan, period))}; tổng hợp lúc ${at} từ báo cáo của ${formatCount(agencies.received)}/${formatCount(agencies.obliged)} đơn vị${silent}.`;
}
