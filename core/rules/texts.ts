import * as z from 'zod';
import { formatCount } from '../format.ts';
import { none, rule } from './rule.ts';

/** Cells of free text. */
const OF_TEXT = { stage: 'cell', reason: none, fixes: none, live: none, check: none } as const;

export const textIsADate = rule({
  ...OF_TEXT,
  id: 'text-is-a-date',
  severity: 'warning',
  facts: z.strictObject({ text: z.string() }),
  sentence: ({ text }, { column }) =>
    `Ô ${column} đang là ngày ${text}, không phải chữ (phần mềm bảng tính có thể đã tự đổi, ví dụ 05/11 thành ngày). Nhập lại dưới dạng chữ.`,
  refusal: none,
  setting: { name: 'Ô chữ là chữ, không phải ngày', allows: 'waiver' },
});

export const textTooLong = rule({
  ...OF_TEXT,
  id: 'text-too-long',
  severity: 'error',
  /** `more`: it is longer still than `length`. */
  facts: z.strictObject({ length: z.number(), most: z.number(), more: z.literal(true).optional() }),
  sentence: ({ length, most, more }, { column }) =>
    `Nội dung ô ${column} dài ${more ? 'hơn ' : ''}${formatCount(length)} ký tự, nhiều hơn ${formatCount(most)} ký tự cho phép. Rút gọn, hoặc đưa nội dung vào tài liệu kèm theo.`,
  refusal: 'ô chữ quá dài',
  setting: none,
});

export const legacyFont = rule({
  ...OF_TEXT,
  id: 'legacy-font',
  severity: 'hint',
  facts: z.strictObject({ text: z.string() }),
  sentence: (_, { column }) => `${column} có vẻ dùng phông chữ cũ (TCVN3). Gõ lại bằng Unicode để đọc được trên mọi máy.`,
  refusal: none,
  setting: none,
});
