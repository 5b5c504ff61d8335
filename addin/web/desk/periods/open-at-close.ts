import type { DeskProps } from '../desk-props.ts';
import type { DeskQuery } from '../desk-query.ts';

/** One thing that is still open: how many, in words behind the number, and where they are listed. */
interface OpenThing {
  readonly count: number;
  readonly told: string;
  readonly to: DeskQuery;
}

/** What is still open when a period is closed now; a report that was sent and cannot be read is not told of as missing. */
export function openAtClose(matrix: DeskProps['matrix'], status: DeskProps['status']): OpenThing[] {
  const count = (test: (line: (typeof status)[number]) => boolean): number => status.filter(test).length;
  const unreadable = new Set(status.flatMap(({ agency, state }) => (state === 'unreadable' ? [agency] : [])));
  const missing = matrix.agencies.missing.filter((agency) => !unreadable.has(agency));
  return [
    { count: missing.length, told: 'đơn vị chưa có báo cáo', to: { the: 'tinh-hinh', trangthai: 'thieu' } },
    {
      count: unreadable.size,
      told: 'báo cáo đã gửi không đọc được, không được tính: đơn vị cần gửi lại trước khi khóa',
      to: { the: 'tinh-hinh', trangthai: 'khong-doc-duoc' },
    },
    {
      count: count(({ state }) => state === 'returned'),
      told: 'báo cáo trả lại, đơn vị chưa gửi lại',
      to: { the: 'tinh-hinh', trangthai: 'tra-lai' },
    },
    {
      count: count(({ state }) => state === 'submitted'),
      told: 'báo cáo chưa thẩm định xong',
      to: { the: 'tinh-hinh', trangthai: 'cho-tham-dinh' },
    },
    {
      count: count(({ openWarnings }) => openWarnings > 0),
      told: 'báo cáo còn cảnh báo cần giải trình',
      to: { the: 'tinh-hinh', trangthai: 'cho-giai-trinh' },
    },
    {
      count: matrix.indicators.filter(({ provisional }) => provisional).length,
      told: 'chỉ tiêu mới có kết quả tạm tính',
      to: { the: 'ma-tran' },
    },
  ].filter((one) => one.count > 0);
}
