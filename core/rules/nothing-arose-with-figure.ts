import { chooseStateOrClear } from '../fixing/state-or-clear.ts';
import { answered } from './figures.ts';
import { foundIn } from './found-in.ts';
import { NO_FACTS, none, rule } from './rule.ts';

/** Where nothing arose, no figure other than zero stands. */
export const nothingAroseWithFigure = rule({
  id: 'nothing-arose-with-figure',
  severity: 'error',
  stage: 'report',
  facts: NO_FACTS,
  sentence: () => 'Tình trạng là “Không phát sinh” nhưng vẫn có số liệu. Xóa số liệu, hoặc chọn “Có số liệu”.',
  refusal: 'ghi không phát sinh nhưng có số',
  setting: { name: 'Không phát sinh thì không có số', allows: 'severity' },
  reason: none,
  fixes: (_, place) => chooseStateOrClear(place),
  live: ({ figure }, { ownHeaders }) =>
    figure ? [{ at: 'nothing-arose', when: figure.stands, says: `✕ “Không phát sinh” thì để trống ${ownHeaders.join(', ')}.` }] : [],
  check: (report, context) =>
    foundIn(answered(report, context), ({ row, entry: { state, numerator, denominator, value } }) =>
      state === 'nothing-arose' && (numerator || denominator || value !== undefined) ? { row, field: 'state', facts: {} } : null,
    ),
});
