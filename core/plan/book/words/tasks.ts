import type { ColumnWords } from '../column-words.ts';
import {
  columnWords,
  EVERY_WORDS,
  idWords,
  LEADS_TEXT_WORDS,
  LEADS_WORDS,
  NOTE_WORDS,
  QUESTION_WORDS,
  RENAMED_WORDS,
  TT_WORDS,
  UNTIL_WORDS,
} from './common.ts';

/** Rows of tables of tasks. */
export const TASK_ROW_WORDS: Readonly<Record<string, ColumnWords>> = {
  id: idWords('B3.I.1', 'Mã bảng, dấu chấm, rồi mục và số thứ tự.'),
  tt: TT_WORDS,
  name: columnWords('Nhiệm vụ (nguyên văn)', 'Chép nguyên văn.', 'Ban hành quy chế quản trị dữ liệu', { width: 48 }),
  leadsText: LEADS_TEXT_WORDS,
  coordinatorsText: columnWords('Phối hợp (nguyên văn)', 'Chép nguyên văn.', 'Các sở, ban, ngành', { width: 20 }),
  deliverable: columnWords('Sản phẩm (nguyên văn)', 'Chép nguyên văn.', 'Quyết định', { width: 20 }),
  timeframeText: columnWords('Thời gian (nguyên văn)', 'Chép nguyên văn.', 'Quý II/2026', { width: 14 }),
  section: columnWords('Mục', 'Mã hoặc tên của mục; không thuộc mục nào thì để trống.', 'I', { names: 'sections' }),
  leads: LEADS_WORDS,
  optionalLeads: columnWords('Có thể tự nhận', 'Đơn vị được tự nhận nhiệm vụ khi kế hoạch không nêu rõ.', 'XP', {
    names: 'agencies-and-groups',
  }),
  coordinators: columnWords('Các đơn vị phối hợp', 'Từng tên, cách nhau bằng dấu chấm phẩy.', 'Các sở'),
  every: EVERY_WORDS,
  'schedule.kind': columnWords('Loại thời hạn', 'Có ngày phải xong; làm thường xuyên; hoặc chờ một việc khác.', 'có thời hạn', {
    words: { 'by-date': 'có thời hạn', continuous: 'thường xuyên', conditional: 'chờ việc khác' },
  }),
  'schedule.trigger': columnWords('Chờ việc gì', 'Khi thời hạn phụ thuộc một việc khác.', 'hướng dẫn của Bộ Y tế'),
  'schedule.start': columnWords('Ngày bắt đầu', 'Không nêu thì để trống.', '01/04/2026', { width: 12 }),
  'schedule.due': columnWords('Ngày đến hạn', 'Ngày/tháng/năm; chờ việc khác thì để trống.', '30/06/2026', { width: 12 }),
  until: UNTIL_WORDS,
  renamed: RENAMED_WORDS,
  note: NOTE_WORDS,
  openQuestion: QUESTION_WORDS,
};
