import { chooseNothingArose } from '../fixing/choose.ts';
import { zero } from '../form/condition.ts';
import { answered } from './figures.ts';
import { foundIn } from './found-in.ts';
import { NO_FACTS, none, rule } from './rule.ts';

/** A denominator of 0 is not a figure: nothing arose. */
export const wholeNotZero = rule({
  id: 'whole-not-zero',
  severity: 'error',
  stage: 'report',
  facts: NO_FACTS,
  sentence: () => 'Mẫu số bằng 0 nhưng tình trạng là “Có số liệu”. Nếu trong kỳ không phát sinh, chọn “Không phát sinh”.',
  refusal: 'mẫu số bằng 0',
  setting: { name: 'Mẫu số khác 0 khi có số liệu', allows: 'severity' },
  reason: none,
  fixes: (_, place) => chooseNothingArose(place),
  live: ({ hasRate }) => (hasRate ? [{ at: 'nought', when: zero('denominator'), says: '✕ Mẫu số bằng 0: chọn “Không phát sinh”.' }] : []),
  check: (report, context) =>
    foundIn(answered(report, context), ({ row, entry: { state, numerator, denominator } }) =>
      state === 'reported' && denominator === 0 && numerator !== undefined ? { row, field: 'denominator', facts: {} } : null,
    ),
});
