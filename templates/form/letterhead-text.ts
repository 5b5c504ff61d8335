import { yearIn } from '../../core/day.ts';
import { headingGoverns, headingName, headingPlace, headingSymbol, scheduleStart } from '../../core/form/heading-text.ts';
import { formatDate } from '../../core/format.ts';
import type { Agency } from '../../core/plan/agency.ts';
import type { Obligations } from '../../core/plan/obligations.ts';
import { cutOffOf, deadlineOf, startOf } from '../../core/plan/plan-periods.ts';

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
  const deadline = deadlineOf(plan, period);
  const signedIn = yearIn(deadline);
  const span = `${formatDate(startOf(plan, period))} đến ${formatDate(cutOffOf(plan, period))}`;
  return {
    governs: headingGoverns(agency, plan),
    agency: headingName(agency),
    number: `Số: …/${symbol}`,
    placeAndDate: `${headingPlace(agency, plan)}, ngày … tháng … năm ${signedIn}`,
    attached: `(Kèm theo Báo cáo số …/${symbol} ngày … tháng … năm ${signedIn} của ${agency.name})`,
    schedule: `${scheduleStart(period)}: số liệu từ ${span}; gửi ${reporting.to} chậm nhất ngày ${formatDate(deadline)}. Đơn vị điền các ô nền vàng.`,
  };
}
