import type { StatusLine } from '../../contract/routes/get-status.ts';

export interface Filter {
  /** As the address says it. */
  readonly id: string;
  readonly word: string;
  readonly holds: (line: StatusLine) => boolean;
}

/** What the list of agencies can be cut down to. */
export const FILTERS: readonly [Filter, ...Filter[]] = [
  { id: '', word: 'Tất cả', holds: () => true },
  { id: 'khong-doc-duoc', word: 'Không đọc được', holds: ({ state }) => state === 'unreadable' },
  { id: 'thieu', word: 'Chưa gửi', holds: ({ state }) => state === 'not-started' },
  { id: 'tre', word: 'Gửi muộn', holds: ({ daysLate }) => daysLate > 0 },
  { id: 'canh-bao', word: 'Còn cảnh báo', holds: ({ openWarnings }) => openWarnings > 0 },
  { id: 'chua-du', word: 'Điền chưa đủ dòng', holds: ({ version, rowsFilled, rowsOwed }) => version !== null && rowsFilled < rowsOwed },
  { id: 'tra-lai', word: 'Trả lại', holds: ({ state }) => state === 'returned' },
  { id: 'cho-tham-dinh', word: 'Chờ thẩm định', holds: ({ state }) => state === 'submitted' },
  { id: 'da-duyet', word: 'Đã chấp nhận', holds: ({ state }) => state === 'accepted' },
];
