import * as z from 'zod';
import { quotedList } from '../wording/in-sentences.ts';
import { none, rule } from './rule.ts';

/** Several files of one agency in a folder. */
const OF_FOLDER = { stage: 'other-reports', setting: none, reason: none, fixes: none, live: none, check: none } as const;

const files = z.array(z.string()).readonly();

export const twoWorkbooks = rule({
  ...OF_FOLDER,
  id: 'two-workbooks',
  severity: 'warning',
  /** `workbooks`: how many different contents the files have. */
  facts: z.strictObject({ files, counted: z.string(), workbooks: z.number() }),
  sentence: ({ files, counted, workbooks }) =>
    workbooks === 1
      ? `Một đơn vị có nhiều tệp giống hệt nhau: ${quotedList(files)}. Chỉ tính một lần, theo tệp “${counted}”.`
      : `Một đơn vị có nhiều tệp: ${quotedList(files)}. Tệp lưu sau cùng “${counted}” được tính; các tệp khác bỏ qua.`,
  refusal: none,
});

export const twoWorkbooksUnclear = rule({
  ...OF_FOLDER,
  id: 'two-workbooks-unclear',
  severity: 'error',
  facts: z.strictObject({ files }),
  sentence: ({ files }) =>
    `Một đơn vị có nhiều tệp: ${quotedList(files)}, không rõ tệp nào lưu sau. Giữ lại một tệp đúng rồi tổng hợp lại.`,
  refusal: 'hai tệp, chưa rõ tệp nào mới hơn',
});
