import { headingGoverns, headingName, headingPlace, headingSymbol, scheduleStart } from '../../core/form/heading-text.ts';
import { formatDate } from '../../core/format.ts';
import type { Agency } from '../../core/plan/agency.ts';
import type { Obligations } from '../../core/plan/obligations.ts';
import { cutOffOf, deadlineOf, startOf } from '../../core/plan/plan.ts';

/** What stands above a form's table (Nghị định 30/2020/NĐ-CP, Phụ lục I; number and day stay open until the report is signed). */
export interface Letterhead {
  readonly governs: string;
  readonly agency: string;
  readonly number: string;
  readonly placeAndDate: string;
  readonly attached: string;
  /** Period, cut-off and deadline. */
  readonly schedule: string;
}

export function letterheadOf(agency: Agency, { plan, period }: Pick<Obligations, 'plan' | 'period'>): Letterhead {
  const { reporting } = plan;
  const symbol = headingSymbol(agency);
  const span = `${formatDate(startOf(plan, period))} đến ${formatDate(cutOffOf(plan, period))}`;
  return {
    governs: headingGoverns(agency, plan),
    agency: headingName(agency),
    number: `Số: …/${symbol}`,
    placeAndDate: `${headingPlace(agency, plan)}, ngày … tháng … năm ${period}`,
    attached: `(Kèm theo Báo cáo số …/${symbol} ngày … tháng … năm ${period} của ${agency.name})`,
    schedule: `${scheduleStart(period)}: số liệu từ ${span}; gửi ${reporting.to} chậm nhất ngày ${formatDate(deadlineOf(plan, period))}. Đơn vị điền các ô nền vàng.`,
  };
}
