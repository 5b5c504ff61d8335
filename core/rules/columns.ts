import * as z from 'zod';
import { none, rule } from './rule.ts';

/** Columns that are gone or stand twice. */
const OF_COLUMN = {
  stage: 'form',
  facts: z.strictObject({ header: z.string() }),
  reason: none,
  fixes: none,
  live: none,
  check: none,
} as const;

export const columnMissing = rule({
  ...OF_COLUMN,
  id: 'column-missing',
  severity: 'error',
  sentence: ({ header }) => `Thiếu cột “${header}”. Khôi phục cột này, hoặc tải lại biểu và chép số liệu sang.`,
  refusal: 'thiếu cột',
  setting: none,
});

export const columnTwice = rule({
  ...OF_COLUMN,
  id: 'column-twice',
  severity: 'error',
  sentence: ({ header }) => `Có hai cột “${header}”, không rõ lấy cột nào. Xóa cột thừa.`,
  refusal: 'cột lặp lại',
  setting: none,
});

/** A column that the agency doesn't fill. */
export const lockedColumnMissing = rule({
  ...OF_COLUMN,
  id: 'locked-column-missing',
  severity: 'warning',
  sentence: ({ header }) => `Cột “${header}” của biểu đã bị xóa. Số liệu vẫn được đọc; nên tải lại biểu.`,
  refusal: none,
  setting: { name: 'Đủ các cột của Kế hoạch', allows: 'waiver' },
});
