import type { ColumnWords } from '../column-words.ts';

/** What is said of one column. */
export const columnWords = (header: string, note: string, example: string, more: Partial<ColumnWords> = {}): ColumnWords => ({
  header,
  note,
  example,
  ...more,
});

/** Kinds of periods. */
export const PERIOD_KIND_WORDS = { year: 'năm', half: '6 tháng', quarter: 'quý', month: 'tháng' };
/** How a day that every period sets is written. */
export const DAY_NOTE =
  'Ngày/tháng của năm báo cáo; hạn rơi vào năm sau thì thêm chữ “năm sau”; hoặc số ngày sau ngày cuối kỳ (trước ngày cuối kỳ: số âm).';
/** Columns that several lists have. */
export const NOTE_WORDS = columnWords(
  'Ghi chú',
  'Cách hiểu chỗ kế hoạch viết chưa rõ. Không có thì để trống.',
  'Đếm theo mã thủ tục, mỗi mã một lần.',
  {
    width: 34,
  },
);
export const QUESTION_WORDS = columnWords('Câu hỏi mở', 'Mã câu hỏi ở phần “Câu hỏi mở”, khi dòng này phải chờ trả lời.', 'H01', {
  names: 'openQuestions',
});
export const EVERY_WORDS = columnWords('Kỳ của dòng', 'Khi dòng báo cáo theo kỳ khác với kỳ chung của kế hoạch.', 'quý', {
  words: PERIOD_KIND_WORDS,
});
export const UNTIL_WORDS = columnWords('Hiệu lực đến', 'Khi kế hoạch sửa đổi đã bỏ dòng này: ngày cuối còn hiệu lực.', '31/12/2027');
export const RENAMED_WORDS = columnWords(
  'Tên trước đây',
  'Khi kế hoạch sửa đổi đã đổi tên dòng: các tên cũ, tên gần nhất đứng trước.',
  'Tỷ lệ hồ sơ trực tuyến',
);
export const idWords = (example: string, more = ''): ColumnWords =>
  columnWords('Mã', `Không dấu, không đổi khi sửa kế hoạch, mỗi mã dùng một lần.${more === '' ? '' : `\n${more}`}`, example, { width: 13 });
export const LEADS_TEXT_WORDS = columnWords('Chủ trì (nguyên văn)', 'Cơ quan chủ trì, chép nguyên văn của kế hoạch.', 'Sở A', {
  width: 22,
});
export const LEADS_WORDS = columnWords(
  'Mã đơn vị chủ trì',
  'Mã hoặc tên của đơn vị, nhóm đơn vị; nhiều đơn vị cách nhau bằng dấu chấm phẩy.',
  'SA; SO',
  {
    names: 'agencies-and-groups',
    width: 16,
  },
);
export const TT_WORDS = columnWords('TT', 'Số thứ tự, chép nguyên văn.', '1', { width: 6 });
