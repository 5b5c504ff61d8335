import * as z from 'zod';
import { chooseNothingArose } from '../fixing/choose.ts';
import { blank } from '../form/condition.ts';
import { answered } from './figures.ts';
import { foundIn } from './found-in.ts';
import { none, rule } from './rule.ts';

/** A rate needs numerator and denominator. */
export const bothCounts = rule({
  id: 'both-counts',
  severity: 'error',
  stage: 'report',
  facts: z.strictObject({ missing: z.enum(['numerator', 'denominator']) }),
  sentence: ({ missing }) =>
    missing === 'denominator'
      ? 'Có tử số nhưng chưa có mẫu số. Nhập mẫu số; nếu trong kỳ không phát sinh, chọn “Không phát sinh”.'
      : 'Có mẫu số nhưng chưa có tử số. Nhập tử số; nếu không có trường hợp nào, nhập 0.',
  refusal: 'thiếu tử số hoặc mẫu số',
  setting: { name: 'Có đủ tử số và mẫu số', allows: 'severity' },
  reason: none,
  fixes: (_, place) => chooseNothingArose(place),
  live: ({ hasRate }) =>
    hasRate
      ? [
          { at: 'one-count', when: blank('denominator'), says: '✕ Có Tử số, chưa có Mẫu số.' },
          { at: 'one-count', when: blank('numerator'), says: '✕ Có Mẫu số, chưa có Tử số.' },
        ]
      : [],
  check: (report, context) =>
    foundIn(answered(report, context), ({ row, entry: { state, numerator, denominator } }) => {
      if (state !== 'reported' || (numerator === undefined) === (denominator === undefined)) return null;
      const missing = numerator === undefined ? 'numerator' : 'denominator';
      return { row, field: missing, facts: { missing } as const };
    }),
});
