import { blank } from '../form/condition.ts';
import { isBlankText } from '../text.ts';
import { answered } from './figures.ts';
import { foundIn } from './found-in.ts';
import { NO_FACTS, none, rule } from './rule.ts';

/** `Chưa có số liệu` needs the reason. */
export const noFigureExplained = rule({
  id: 'no-figure-explained',
  severity: 'error',
  stage: 'report',
  facts: NO_FACTS,
  sentence: () => 'Tình trạng là “Chưa có số liệu” nhưng chưa nêu lý do. Ghi lý do ở cột Giải trình.',
  refusal: 'chưa có số liệu, thiếu giải trình',
  setting: { name: 'Chưa có số liệu thì phải giải trình', allows: 'severity' },
  reason: 'required',
  fixes: none,
  live: ({ figure }) =>
    figure ? [{ at: 'no-figure', when: blank('explanation'), says: '✕ Nêu lý do chưa có số liệu ở cột Giải trình.' }] : [],
  check: (report, context) =>
    foundIn(answered(report, context), ({ row, entry }) =>
      entry.state === 'no-figure' && isBlankText(entry.explanation ?? '') ? { row, field: 'explanation', facts: {} } : null,
    ),
});
