import type { ReviewLine } from '../../../../contract/routes/list-reviews.ts';
import { hasWarnings, type ReportFilters } from '../../../ui/report-filters.ts';

/** A report with a row of the lead that nobody has accepted yet; one that was returned waits for its agency. */
export const waitsForReview = ({ state, rowsSaid, rowsAccepted }: ReviewLine): boolean => state === 'submitted' && rowsAccepted < rowsSaid;

/** Of the reports on a lead's rows. */
export const LEAD_FILTERS: ReportFilters<ReviewLine> = [
  { id: '', word: 'Tất cả', holds: () => true },
  { id: 'cho-tham-dinh', word: 'Chờ thẩm định', holds: waitsForReview },
  { id: 'da-duyet', word: 'Đã chấp nhận', holds: ({ rowsSaid, rowsAccepted }) => rowsSaid > 0 && rowsAccepted === rowsSaid },
  { id: 'canh-bao', word: 'Có cảnh báo', holds: hasWarnings },
  { id: 'tra-lai', word: 'Trả lại', holds: ({ state }) => state === 'returned' },
  { id: 'thieu', word: 'Chưa báo cáo dòng nào', holds: ({ rowsSaid }) => rowsSaid === 0 },
];
