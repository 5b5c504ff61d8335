import * as z from 'zod';
import { NO_FACTS, none, rule } from './rule.ts';

/** What the eye sees of a cell, beside what counts. */
const OF_LOOKS = {
  severity: 'warning',
  stage: 'cell',
  refusal: none,
  reason: none,
  fixes: none,
  live: none,
  check: none,
} as const;

export const mergedInput = rule({
  ...OF_LOOKS,
  id: 'merged-input',
  facts: z.strictObject({ area: z.string() }),
  sentence: ({ area }) => `Các ô ${area} bị gộp; giá trị chỉ tính cho dòng đầu tiên. Bỏ gộp ô và nhập từng dòng.`,
  setting: { name: 'Không gộp ô nhập', allows: 'waiver' },
});

export const shownOtherwise = rule({
  ...OF_LOOKS,
  id: 'shown-otherwise',
  /** `shown`: what the format makes of the value; '' where it is struck out, or nothing is shown. */
  facts: z.strictObject({ as: z.enum(['struck', 'text']), shown: z.string() }),
  sentence: ({ as, shown }, { column }) =>
    as === 'struck'
      ? `Nội dung ô ${column} đang bị gạch ngang nhưng vẫn được tính. Xóa nội dung nếu không dùng, hoặc bỏ gạch ngang.`
      : `Định dạng của ô ${column} làm ô ${shown === '' ? 'không hiện gì' : `hiện “${shown}”`}, khác với giá trị trong ô; giá trị trong ô được tính. Kiểm tra giá trị và sửa lại định dạng số.`,
  setting: { name: 'Ô hiện đúng giá trị được tính', allows: 'waiver' },
});

export const planTextChanged = rule({
  ...OF_LOOKS,
  id: 'plan-text-changed',
  facts: NO_FACTS,
  sentence: (_, { column }) => `Nội dung cột ${column} khác với kế hoạch. Nội dung của kế hoạch được giữ nguyên; số liệu vẫn được tính.`,
  setting: { name: 'Không sửa chữ của Kế hoạch', allows: 'waiver' },
});

export const lockedCellChanged = rule({
  ...OF_LOOKS,
  id: 'locked-cell-changed',
  facts: NO_FACTS,
  sentence: (_, { column }) => `Ô ${column} không dành để nhập ở dòng này, hoặc công thức của ô đã bị sửa; nội dung ở đây không được tính.`,
  setting: { name: 'Không sửa ô khóa', allows: 'waiver' },
});
