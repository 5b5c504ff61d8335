import type { Period } from '../../../core/plan/period.ts';
import { type Plan, wholeOf } from '../../../core/plan/plan.ts';
import { periodOfName, shortPeriodName } from '../../../core/wording/period-names.ts';
/** Where things stand in the matrix's sheet; `matrix-place.ts` finds them again by the codes alone. */
export const ROW_CODE_HEADER = 'Mã';

/** Columns before the agencies', with their widths in characters. */
export const fixedColumns = (plan: Plan) => [
  { header: ROW_CODE_HEADER, width: 11 },
  { header: 'Chỉ tiêu', width: 44 },
  { header: 'Mục tiêu', width: 12 },
  { header: `Kết quả ${wholeOf(plan)}`, width: 12 },
  { header: 'Đánh giá', width: 20 },
  { header: 'Có số liệu', width: 8 },
  { header: 'Phải báo cáo', width: 8 },
];

const FIXED_COLUMNS = 7;
export const AGENCY_COLUMN_WIDTH = 12;
/** Rows 1 to 4 are the title, what the figures are, the legend and the names; this one has the codes. */
export const CODES_ROW = 5;
export const FIRST_ROW = CODES_ROW + 1;
export const FIRST_AGENCY = FIXED_COLUMNS + 1;
/** Code and name stay in view. */
export const FROZEN_COLUMNS = 2;

const HEADING = 'MA TRẬN KẾT QUẢ CÁC CHỈ TIÊU KỲ';

/** The title in A1, which also says the period. */
export const headingOf = (period: string): string => `${HEADING} ${shortPeriodName(period)}`.toUpperCase();
export function periodInHeading(heading: string): Period | null {
  return heading.startsWith(HEADING) ? periodOfName(heading.slice(HEADING.length)) : null;
}
