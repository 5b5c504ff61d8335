import type { StatusLine } from '../../contract/routes/get-status.ts';

/** What a list of reports can be cut down to. */
export interface ReportFilter<Line> {
  /** As the address says it. */
  readonly id: string;
  readonly word: string;
  readonly holds: (line: Line) => boolean;
}

/** The first is taken where none is named. */
export type ReportFilters<Line> = readonly [ReportFilter<Line>, ...ReportFilter<Line>[]];

/** Whether any warning travelled with a report; the one answer of lists, filters and decisions. */
export const hasWarnings = ({ warnings }: Pick<StatusLine, 'warnings'>): boolean => warnings > 0;

/** Of all agencies' reports. */
export const STATUS_FILTERS: ReportFilters<StatusLine> = [
  { id: '', word: 'Tất cả', holds: () => true },
  { id: 'khong-doc-duoc', word: 'Không đọc được', holds: ({ state }) => state === 'unreadable' },
  { id: 'thieu', word: 'Chưa gửi', holds: ({ state }) => state === 'not-started' },
  { id: 'tre', word: 'Gửi muộn', holds: ({ daysLate }) => daysLate > 0 },
  { id: 'canh-bao', word: 'Có cảnh báo', holds: hasWarnings },
  { id: 'cho-giai-trinh', word: 'Còn cảnh báo chờ giải trình', holds: ({ openWarnings }) => openWarnings > 0 },
  { id: 'chua-du', word: 'Điền chưa đủ dòng', holds: ({ version, rowsFilled, rowsOwed }) => version !== null && rowsFilled < rowsOwed },
  { id: 'tra-lai', word: 'Trả lại', holds: ({ state }) => state === 'returned' },
  { id: 'cho-tham-dinh', word: 'Chờ thẩm định', holds: ({ state }) => state === 'submitted' },
  { id: 'da-duyet', word: 'Đã chấp nhận', holds: ({ state }) => state === 'accepted' },
];

/** The filter of an id; the first where there is no such. */
export const filterOf = <Line>(filters: ReportFilters<Line>, id: string | undefined): ReportFilter<Line> =>
  filters.find((one) => one.id === id) ?? filters[0];
