import { chooseStateOrClear } from '../fixing/state-or-clear.ts';
import { filled } from '../form/condition.ts';
import { answered } from './figures.ts';
import { foundIn } from './found-in.ts';
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
  live: ({ figure, ownInputs }, { ownHeaders }) =>
    figure ? [{ at: 'no-figure', when: filled(...ownInputs), says: `✕ “Chưa có số liệu” thì để trống ${ownHeaders.join(', ')}.` }] : [],
  check: (report, context) =>
    foundIn(answered(report, context), ({ row, hasFigure, entry }) =>
      entry.state === 'no-figure' && hasFigure ? { row, field: 'state', facts: {} } : null,
    ),
});
