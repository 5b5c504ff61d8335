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

/** Rows of tables of indicators, but for their measures. */
export const INDICATOR_ROW_WORDS: Readonly<Record<string, ColumnWords>> = {
  id: idWords('B1.A.1', 'Mã bảng, dấu chấm, rồi nhóm và số thứ tự.'),
  tt: TT_WORDS,
  name: columnWords('Chỉ tiêu (nguyên văn)', 'Chép nguyên văn.', 'Tỷ lệ hồ sơ nộp trực tuyến', { width: 40 }),
  unitText: columnWords('Đơn vị tính (nguyên văn)', 'Khi bảng của kế hoạch có cột đơn vị tính.', '%', { width: 10 }),
  targetText: columnWords('Mục tiêu (nguyên văn)', 'Chép nguyên văn.', '≥ 90%', { width: 14 }),
  leadsText: LEADS_TEXT_WORDS,
  implementersText: columnWords('Thực hiện (nguyên văn)', 'Cơ quan thực hiện, chép nguyên văn.', 'Các sở; UBND các xã, phường', {
    width: 22,
  }),
  phase: columnWords('Giai đoạn', 'Mã hoặc tên của giai đoạn.', 'P1', { names: 'phases' }),
  group: columnWords('Nhóm', 'Mã hoặc tên của nhóm chỉ tiêu; không thuộc nhóm nào thì để trống.', 'A', { names: 'groups' }),
  leads: LEADS_WORDS,
  implementers: columnWords('Các cơ quan thực hiện', 'Từng tên, cách nhau bằng dấu chấm phẩy.', 'Các sở; UBND các xã, phường', {
    width: 20,
  }),
  reporters: columnWords(
    'Đơn vị báo cáo',
    'Ai phải báo cáo dòng này: mã hoặc tên của nhóm, đơn vị; cách nhau bằng dấu chấm phẩy.',
    'SO; XP',
    {
      names: 'agencies-and-groups',
      width: 16,
    },
  ),
  every: EVERY_WORDS,
  targets: columnWords(
    'Mục tiêu từng kỳ',
    'Kỳ, dấu hai chấm, mức; cách nhau bằng dấu chấm phẩy. Quý ghi 2026-Q1, 6 tháng đầu năm 2026-H1, tháng 2026-M07.',
    '2026: 60; 2027: 65,5',
  ),
  perAgency: columnWords('Mức giao riêng', 'Chỉ với “Từng cơ quan phải đạt”: mã đơn vị, dấu hai chấm, mức.', 'SB: 95; X-01: 80'),
  due: columnWords('Ngày đến hạn', 'Ngày/tháng/năm mà mục tiêu phải đạt.', '31/12/2027', { width: 12 }),
  continues: columnWords('Tiếp nối dòng', 'Khi dòng là chỉ tiêu của giai đoạn trước với mức mới: mã của dòng ấy.', 'B1.A.1'),
  until: UNTIL_WORDS,
  renamed: RENAMED_WORDS,
  note: NOTE_WORDS,
  openQuestion: QUESTION_WORDS,
};
