import * as z from 'zod';
import { fifteenDigits, shownText } from '../reading/filled-cell.ts';
import { NO_FACTS, none, rule } from './rule.ts';

/** Formulas in cells that are to be filled in, and what they come to. */
const OF_FORMULA = { stage: 'cell', reason: none, check: none } as const;

export const formula = rule({
  ...OF_FORMULA,
  id: 'formula',
  severity: 'warning',
  facts: NO_FACTS,
  sentence: (_, { column }) => `Ô ${column} chứa công thức; giá trị đang hiển thị được tính. Nên chép rồi dán dưới dạng giá trị.`,
  refusal: none,
  setting: { name: 'Ô nhập không chứa công thức', allows: 'waiver' },
  /** The value that it shows, in its place. */
  fixes: (_, { cell, here }) => {
    const value = cell?.value ?? null;
    if (!cell || value === null || typeof value === 'boolean') return [];
    const kept = typeof value === 'number' ? fifteenDigits(value) : value;
    return [{ kind: 'keep-value', shown: shownText({ ...cell, value }), changes: [here(kept, cell.format)] }];
  },
  live: none,
});

export const formulaNotCalculated = rule({
  ...OF_FORMULA,
  id: 'formula-not-calculated',
  severity: 'error',
  facts: NO_FACTS,
  sentence: (_, { column }) =>
    `Công thức ở ô ${column} chưa có kết quả. Mở tệp bằng phần mềm bảng tính, lưu lại rồi gửi, hoặc nhập thẳng giá trị.`,
  refusal: 'công thức chưa được tính',
  setting: none,
  fixes: none,
  live: none,
});

export const cellError = rule({
  ...OF_FORMULA,
  id: 'cell-error',
  severity: 'error',
  facts: z.strictObject({ error: z.string() }),
  sentence: ({ error }, { column }) => `Ô ${column} đang báo lỗi ${error}. Nhập lại giá trị.`,
  refusal: 'ô báo lỗi tính toán',
  setting: none,
  fixes: none,
  live: { anyError: '✕ Có ô báo lỗi: nhập lại giá trị.' },
});
