import type { ColumnWords } from '../column-words.ts';
import { columnWords, idWords, NOTE_WORDS } from './common.ts';

/** The agencies. */
export const AGENCY_LIST_WORDS: Readonly<Record<string, ColumnWords>> = {
  id: idWords('SA'),
  name: columnWords('Tên đơn vị', 'Tên đầy đủ.', 'Sở A', { width: 40 }),
  shortName: columnWords('Tên gọi tắt', 'Hiện ở các bảng hẹp.', 'Sở A', { width: 20 }),
  kind: columnWords('Loại đơn vị', 'Từ ngắn không dấu, theo cách gọi của kế hoạch; các đơn vị cùng loại ghi giống nhau.', 'so'),
  place: columnWords('Địa danh', 'Khi khác địa danh chung.', 'Pleiku'),
  governs: columnWords('Cơ quan chủ quản', 'Dòng trên của phần đầu biểu, khi khác dòng chung của loại đơn vị.', 'SỞ Y TẾ'),
  submitsFor: columnWords('Gửi thay', 'Các đơn vị mà đơn vị này được gửi báo cáo thay.', 'BVDK', { names: 'agencies' }),
  succeeds: columnWords('Kế thừa', 'Các đơn vị cũ mà đơn vị này kế thừa số liệu.', 'STTTT', { names: 'agencies' }),
  gsoCode: columnWords('Mã Tổng cục Thống kê', 'Mã đơn vị hành chính. Không có thì để trống.', '21211'),
  identifier: columnWords('Mã định danh', 'Mã định danh điện tử của cơ quan. Không có thì để trống.', 'H48.12'),
  roles: columnWords('Vai trò', 'Đơn vị báo cáo; cơ quan tổng hợp ghi cả hai.', 'báo cáo; tổng hợp', {
    words: { reporter: 'báo cáo', consolidator: 'tổng hợp' },
  }),
  defaultReporter: columnWords('Thuộc nhóm theo loại', 'Có: đơn vị nằm trong nhóm của loại mình.', 'Có'),
  active: columnWords('Đang dùng', 'Có: đơn vị phải báo cáo. Đơn vị đã giải thể, sáp nhập: Không.', 'Có'),
  note: NOTE_WORDS,
};
