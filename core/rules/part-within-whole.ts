import * as z from 'zod';
import { asPartOfWhole, swapPartAndWhole } from '../fixing/part-of-whole.ts';
import { above } from '../form/condition.ts';
import { formatCount } from '../format.ts';
import { answered } from './figures.ts';
import { foundIn } from './found-in.ts';
import { none, rule } from './rule.ts';

/** A part is not larger than its whole. */
export const partWithinWhole = rule({
  id: 'part-within-whole',
  severity: 'error',
  stage: 'report',
  facts: z.strictObject({ numerator: z.number(), denominator: z.number() }),
  sentence: ({ numerator, denominator }) =>
    `Tử số (${formatCount(numerator)}) lớn hơn mẫu số (${formatCount(denominator)}). Kiểm tra lại hai số này.`,
  refusal: 'tử số lớn hơn mẫu số',
  setting: { name: 'Tử số không lớn hơn mẫu số', allows: 'severity' },
  reason: none,
  /** The two stand in each other's place, or a rate stands where the part belongs. */
  fixes: ({ numerator, denominator }, place) => [
    swapPartAndWhole(numerator, denominator, place),
    ...asPartOfWhole(numerator, denominator, place),
  ],
  live: ({ hasRate }) => (hasRate ? [{ at: 'part', when: above('numerator', 'denominator'), says: '✕ Tử số lớn hơn Mẫu số.' }] : []),
  check: (report, context) =>
    foundIn(answered(report, context), ({ row, entry: { state, numerator, denominator } }) =>
      state === 'reported' && numerator !== undefined && denominator !== undefined && denominator > 0 && numerator > denominator
        ? { row, field: 'numerator', facts: { numerator, denominator } }
        : null,
    ),
});
