import type { ReviewLine } from '../../../../contract/routes/list-reviews.ts';

interface LeadFilter {
  /** As the address says it. */
  readonly id: string;
  readonly word: string;
  readonly holds: (line: ReviewLine) => boolean;
}

/** A report with a row of the lead that nobody has accepted yet; one that was returned waits for its agency. */
export const waitsForReview = ({ state, rowsSaid, rowsAccepted }: ReviewLine): boolean => state === 'submitted' && rowsAccepted < rowsSaid;

/** What a lead's list can be cut down to. */
export const LEAD_FILTERS: readonly [LeadFilter, ...LeadFilter[]] = [
  { id: '', word: 'Tất cả', holds: () => true },
  { id: 'cho-tham-dinh', word: 'Chờ thẩm định', holds: waitsForReview },
  { id: 'da-duyet', word: 'Đã chấp nhận', holds: ({ rowsSaid, rowsAccepted }) => rowsSaid > 0 && rowsAccepted === rowsSaid },
  { id: 'tra-lai', word: 'Trả lại', holds: ({ state }) => state === 'returned' },
  { id: 'thieu', word: 'Chưa báo cáo dòng nào', holds: ({ rowsSaid }) => rowsSaid === 0 },
];
