import * as z from 'zod';
import { quotedList } from '../wording/in-sentences.ts';
import { none, rule } from './rule.ts';

/** Which sheet of a workbook is the form. */
const OF_SHEET = { stage: 'form', reason: none, fixes: none, live: none, check: none } as const;

export const sheetMissing = rule({
  ...OF_SHEET,
  id: 'sheet-missing',
  severity: 'error',
  facts: z.strictObject({ title: z.string() }),
  sentence: ({ title }) => `Không tìm thấy bảng “${title}” (hàng tiêu đề có cột “Mã”). Tải lại biểu của đơn vị và chép số liệu sang.`,
  refusal: 'thiếu trang tính của phụ lục',
  setting: none,
});

export const sheetCopy = rule({
  ...OF_SHEET,
  id: 'sheet-copy',
  severity: 'warning',
  facts: z.strictObject({ counted: z.string() }),
  sentence: ({ counted }) => `Trang tính này là bản sao và không được tính; số liệu lấy từ trang “${counted}”. Xóa bản sao nếu không dùng.`,
  refusal: none,
  setting: { name: 'Không có bản sao của trang tính', allows: 'waiver' },
});

export const sheetAmbiguous = rule({
  ...OF_SHEET,
  id: 'sheet-ambiguous',
  severity: 'error',
  facts: z.strictObject({ titles: z.array(z.string()).readonly() }),
  sentence: ({ titles }) =>
    `Có nhiều trang tính giống nhau: ${quotedList(titles)}, không rõ trang nào là biểu. Xóa các bản sao rồi gửi lại.`,
  refusal: 'nhiều trang tính cùng một phụ lục',
  setting: none,
});
