import { filled, notZero } from '../form/condition.ts';
import { inRows } from '../form/live-check.ts';
import { chooseStateOrClear } from '../mending/choose.ts';
import { answered } from './figures.ts';
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
  live: {
    ...inRows(['counts'], {
      at: 'nothing-arose',
      when: notZero('numerator', 'denominator'),
      says: '✕ “Không phát sinh” thì để trống Tử số, Mẫu số.',
    }),
    ...inRows(['answer', 'level'], {
      at: 'nothing-arose',
      when: filled('value'),
      says: '✕ “Không phát sinh” thì để trống Giá trị.',
    }),
  },
  check: (report, context) =>
    answered(report, context).flatMap(({ row, entry: { state, numerator, denominator, value } }) =>
      state === 'nothing-arose' && (numerator || denominator || value !== undefined) ? [{ row, field: 'state', facts: {} }] : [],
    ),
});
