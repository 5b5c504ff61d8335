import { OWN_SHEETS } from '../../own-sheets.ts';

/** Sheets of a plan workbook besides those of its tables. */
export const PLAN_SHEET = OWN_SHEETS.plan;
export const AGENCY_SHEET = OWN_SHEETS.agencies;

/** Stands before the plan's own headings, in the row below the names of the columns. */
export const HEADINGS_MARK = 'Tiêu đề của kế hoạch';
/** The last column of a table's sheet: what the program proposed and nobody has confirmed. */
export const PROPOSAL_HEADER = 'Đề xuất';
export const TO_CONFIRM = 'cần xác nhận';
export const CONFIRMED = 'đã xác nhận';
/** The columns of the first part of the plan's sheet. */
export const GENERAL_HEADERS = ['Mục', 'Nội dung', 'Cách ghi', 'Ví dụ'] as const;
