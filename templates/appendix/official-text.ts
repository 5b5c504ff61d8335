import { formatCount, formatDate } from '../../core/format.ts';
import type { Matrix } from '../../core/matrix.ts';
import type { Obligations } from '../../core/plan/obligations.ts';
import { cutOffOf, type Plan } from '../../core/plan/plan.ts';
import { documentMoment } from './moment.ts';

const COMMITTEE = 'ỦY BAN NHÂN DÂN';

/** What stands above and below an official table. Number and day stay open until the report is signed (Nghị định 30/2020/NĐ-CP). */
export interface OfficialText {
  readonly issuer: string;
  readonly number: string;
  readonly placeAndDate: string;
  readonly heading: string;
  readonly title: string;
  readonly subtitle: string;
  readonly attached: string;
  readonly asOf: string;
  readonly signer: readonly string[];
}

export function officialText(
  annex: { readonly heading: string; readonly title: string },
  { plan, period }: Obligations,
  matrix: Matrix,
): OfficialText {
  const symbol = `BC-${plan.number.split('-').at(-1)}`;
  return {
    issuer: plan.office.issuer,
    number: `Số: …/${symbol}`,
    placeAndDate: `${plan.office.place}, ngày … tháng … năm …`,
    heading: annex.heading,
    title: annex.title,
    subtitle: `TỔNG HỢP KẾT QUẢ THỰC HIỆN NĂM ${period}`,
    attached: `(Kèm theo Báo cáo số …/${symbol} ngày … tháng … năm … của ${issuerName(plan)})`,
    asOf: asOfText(plan, matrix),
    signer: plan.office.issuer.startsWith(COMMITTEE) ? [`TM. ${COMMITTEE}`, 'CHỦ TỊCH'] : ['THỦ TRƯỞNG CƠ QUAN'],
  };
}

/** "UBND tỉnh Quảng Ngãi". */
export const issuerName = ({ office }: Plan): string => (office.issuer.startsWith(COMMITTEE) ? `UBND ${office.name}` : office.name);

/** Which figures these are: cut-off day, time of consolidation, how many agencies they rest on. */
export function asOfText(plan: Plan, { period, asOf, agencies }: Matrix): string {
  const at = documentMoment(new Date(asOf), plan.reporting.utcOffset);
  const silent = agencies.missing.length > 0 ? `; còn ${formatCount(agencies.missing.length)} đơn vị chưa có báo cáo` : '';
  return `Số liệu chốt đến ngày ${formatDate(cutOffOf(plan, period))}; tổng hợp lúc ${at} từ báo cáo của ${formatCount(agencies.received)}/${formatCount(agencies.obliged)} đơn vị${silent}.`;
}
