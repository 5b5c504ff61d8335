import * as z from 'zod';
import { filled } from '../form/condition.ts';
import { inRows } from '../form/live-check.ts';
import { choose, chooseNothingArose } from '../mending/choose.ts';
import { NO, YES } from '../words.ts';
import { answered } from './figures.ts';
import { none, rule } from './rule.ts';

/** `Có số liệu` needs the figure. */
export const figureNeeded = rule({
  id: 'figure-needed',
  severity: 'error',
  stage: 'report',
  facts: z.strictObject({ of: z.enum(['counts', 'answer', 'level']) }),
  sentence: ({ of }) =>
    ({
      counts: 'Tình trạng là “Có số liệu” nhưng chưa có số. Nhập tử số và mẫu số, hoặc chọn tình trạng khác.',
      answer: 'Tình trạng là “Có số liệu” nhưng chưa trả lời. Chọn “Có” hoặc “Không” ở cột Giá trị.',
      level: 'Tình trạng là “Có số liệu” nhưng chưa có cấp độ. Nhập cấp độ từ 1 đến 5 ở cột Giá trị.',
    })[of],
  refusal: 'thiếu số liệu',
  setting: { name: 'Có số liệu thì phải có số', allows: 'severity' },
  reason: none,
  fixes: ({ of }, place) =>
    of === 'answer' ? [YES, NO].map((word) => choose(word, place)) : of === 'counts' ? chooseNothingArose(place) : [],
  live: {
    ...inRows(['counts'], { at: 'unfigured', when: filled('state'), says: '✕ Nhập Tử số và Mẫu số.' }),
    ...inRows(['answer'], { at: 'unfigured', when: filled('state'), says: '✕ Giá trị: chọn Có hoặc Không.' }),
    ...inRows(['level'], { at: 'unfigured', when: filled('state'), says: '✕ Giá trị: chọn cấp độ từ 1 đến 5.' }),
  },
  check: (report, context) =>
    answered(report, context).flatMap(({ row, figure, hasFigure, entry }) =>
      entry.state === 'reported' && !hasFigure ? [{ row, field: figure === 'counts' ? 'numerator' : 'value', facts: { of: figure } }] : [],
    ),
});
