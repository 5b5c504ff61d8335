import type { ColumnWords } from '../column-words.ts';
import { columnWords, DAY_NOTE, NOTE_WORDS, PERIOD_KIND_WORDS, QUESTION_WORDS } from './common.ts';

/** The plan's own values. */
export const PLAN_WORDS: Readonly<Record<string, ColumnWords>> = {
  id: columnWords('Mã kế hoạch', 'Tên ngắn, không dấu; không đổi khi sửa kế hoạch.', 'GL-KH18-2026-2028'),
  title: columnWords('Tên kế hoạch', 'Chép nguyên văn.', 'Kế hoạch phát triển Chính quyền số giai đoạn 2026-2030'),
  number: columnWords('Số, ký hiệu', 'Chép nguyên văn.', '18/KH-UBND'),
  date: columnWords('Ngày ban hành', 'Ngày/tháng/năm.', '19/01/2026'),
  basis: columnWords('Căn cứ', 'Văn bản mà kế hoạch căn cứ.', 'Nghị quyết số 57-NQ/TW'),
  'office.name': columnWords('Địa phương, ngành', 'Viết như trong câu, chữ thường ở đầu.', 'tỉnh Gia Lai'),
  'office.place': columnWords('Địa danh', 'Đứng trước ngày tháng ở văn bản.', 'Gia Lai'),
  'office.issuer': columnWords('Cơ quan ban hành', 'Chữ in hoa, như ở phần đầu văn bản.', 'ỦY BAN NHÂN DÂN TỈNH GIA LAI'),
  'office.whole': columnWords('Từ chỉ tất cả các đơn vị', 'Dùng trong câu. Để trống là “toàn tỉnh”.', 'toàn ngành'),
  'office.governs': columnWords(
    'Dòng trên của phần đầu biểu',
    'Theo loại đơn vị: loại, dấu hai chấm, rồi dòng chữ; mỗi loại cách nhau bằng dấu chấm phẩy.',
    'so: ỦY BAN NHÂN DÂN TỈNH GIA LAI; xa: TỈNH GIA LAI',
  ),
  'reporting.to': columnWords('Nơi nhận báo cáo', 'Cơ quan tổng hợp.', 'Sở A'),
  'reporting.every': columnWords('Kỳ báo cáo chung', 'Để trống là năm.', 'năm', { words: PERIOD_KIND_WORDS }),
  'reporting.from': columnWords('Số liệu tính từ', 'Ngày/tháng bắt đầu của kỳ năm.', '15/12'),
  'reporting.cutOff': columnWords('Ngày chốt số liệu', DAY_NOTE, '14/11'),
  'reporting.deadline': columnWords('Hạn gửi báo cáo', DAY_NOTE, '15/01 năm sau'),
  'reporting.utcOffset': columnWords('Múi giờ', 'Việt Nam là +07:00.', '+07:00'),
  'reporting.note': NOTE_WORDS,
  'reporting.openQuestion': QUESTION_WORDS,
  ...Object.fromEntries(
    Object.entries(PERIOD_KIND_WORDS).flatMap(([kind, word]) => [
      [
        `reporting.also.${kind}.cutOff`,
        columnWords(`Kỳ ${word}: ngày chốt số liệu`, `Chỉ ghi khi có dòng báo cáo riêng theo ${word}. ${DAY_NOTE}`, '-5'),
      ],
      [`reporting.also.${kind}.deadline`, columnWords(`Kỳ ${word}: hạn gửi báo cáo`, DAY_NOTE, '10')],
    ]),
  ),
  'thresholds.version': columnWords('Phiên bản ngưỡng tiến độ', 'Đổi số này khi sửa một ngưỡng bên dưới.', '1'),
  'thresholds.onTrack': columnWords('Ngưỡng đúng tiến độ', 'Phần của đường đi đến mục tiêu, từ 0 đến 1.', '0,95'),
  'thresholds.accelerate': columnWords('Ngưỡng cần tăng tốc', 'Dưới ngưỡng đúng tiến độ.', '0,6'),
  'thresholds.slow': columnWords('Ngưỡng chậm', 'Dưới ngưỡng này là đi lùi.', '0'),
  'thresholds.judgedFrom': columnWords('Đánh giá tiến độ từ', 'Phần thời gian đã qua của giai đoạn, từ 0 đến 1.', '0,25'),
  'thresholds.shortfallPoints': columnWords('Thiếu không đáng kể', 'Điểm phần trăm.', '0,5'),
  'thresholds.note': columnWords('Căn cứ của ngưỡng', 'Ngưỡng lấy từ đâu.', 'Ngưỡng của Eurostat'),
};
