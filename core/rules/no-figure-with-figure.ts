import { filled } from '../form/condition.ts';
import { inRows } from '../form/live-check.ts';
import { chooseStateOrClear } from '../mending/choose.ts';
import { answered } from './figures.ts';
import { NO_FACTS, none, rule } from './rule.ts';

/** Beside `Chưa có số liệu` no figure stands, not even zero. */
export const noFigureWithFigure = rule({
  id: 'no-figure-with-figure',
  severity: 'error',
  stage: 'report',
  facts: NO_FACTS,
  sentence: () => 'Tình trạng là “Chưa có số liệu” nhưng vẫn có số liệu. Xóa số liệu, hoặc chọn “Có số liệu”.',
  refusal: 'ghi chưa có số liệu nhưng có số',
  setting: { name: 'Chưa có số liệu thì không có số', allows: 'severity' },
  reason: none,
  fixes: (_, place) => chooseStateOrClear(place),
  live: {
    ...inRows(['counts'], {
      at: 'no-figure',
      when: filled('numerator', 'denominator'),
      says: '✕ “Chưa có số liệu” thì để trống Tử số, Mẫu số.',
    }),
    ...inRows(['answer', 'level'], { at: 'no-figure', when: filled('value'), says: '✕ “Chưa có số liệu” thì để trống Giá trị.' }),
  },
  check: (report, context) =>
    answered(report, context).flatMap(({ row, hasFigure, entry }) =>
      entry.state === 'no-figure' && hasFigure ? [{ row, field: 'state', facts: {} }] : [],
    ),
});
