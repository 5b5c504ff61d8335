import * as z from 'zod';
import { formatCount } from '../format.ts';
import { RowId } from '../plan/plan.ts';
import { citedRow } from '../wording/in-sentences.ts';
import { NO_FACTS, none, rule } from './rule.ts';

/** Which rows of the plan stand in a table, and which stand there besides. */
const OF_ROW = { stage: 'form', reason: none, fixes: none, live: none, check: none } as const;

export const rowMissing = rule({
  ...OF_ROW,
  id: 'row-missing',
  severity: 'warning',
  facts: NO_FACTS,
  sentence: (_, { row }) => `Dòng ${citedRow(row)} đã bị xóa nên tính là chưa báo cáo. Tải lại biểu nếu đơn vị có số liệu của dòng này.`,
  refusal: none,
  setting: { name: 'Đủ các dòng phải báo cáo', allows: 'waiver' },
});

export const rowTwice = rule({
  ...OF_ROW,
  id: 'row-twice',
  severity: 'error',
  facts: z.strictObject({ first: z.string() }),
  sentence: ({ first }, { row }) => `Dòng ${citedRow(row)} xuất hiện hai lần (lần đầu ở ô ${first}). Xóa dòng thừa.`,
  refusal: 'dòng lặp lại',
  setting: none,
});

export const rowUnknown = rule({
  ...OF_ROW,
  id: 'row-unknown',
  severity: 'error',
  /** `id`: what stands in `Mã`; null where nothing does. */
  facts: z.strictObject({ id: z.string().nullable() }),
  sentence: ({ id }) =>
    id === null
      ? 'Dòng này có số liệu nhưng không có mã. Điền mã của dòng trong kế hoạch, hoặc xóa nội dung thừa.'
      : `Mã “${id}” không có trong kế hoạch. Sửa lại mã, hoặc xóa dòng thêm.`,
  refusal: 'dòng không có trong Kế hoạch',
  setting: none,
});

/** The `Mã` of one row beside the texts of another. */
export const rowMixedUp = rule({
  ...OF_ROW,
  id: 'row-mixed-up',
  severity: 'error',
  facts: z.strictObject({ other: RowId }),
  sentence: ({ other }, { row }) =>
    `Mã của dòng ${citedRow(row)} đứng cạnh nội dung của dòng ${citedRow(other)}, không rõ số liệu thuộc dòng nào. Trả mã về đúng dòng, hoặc tải lại biểu và chép số liệu sang.`,
  refusal: 'Mã đặt nhầm dòng',
  setting: none,
});

export const rowNotOwed = rule({
  ...OF_ROW,
  id: 'row-not-owed',
  severity: 'warning',
  facts: NO_FACTS,
  sentence: (_, { row }) => `Đơn vị không phải báo cáo dòng ${citedRow(row)} nên số liệu ở đây không được tính.`,
  refusal: none,
  setting: { name: 'Chỉ có dòng phải báo cáo', allows: 'waiver' },
});

export const hiddenRowsRead = rule({
  ...OF_ROW,
  id: 'hidden-rows-read',
  severity: 'hint',
  facts: z.strictObject({ count: z.number() }),
  sentence: ({ count }) => `Có ${formatCount(count)} dòng đang ẩn; các dòng này vẫn được đọc.`,
  refusal: none,
  setting: none,
});
