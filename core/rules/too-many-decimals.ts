import * as z from 'zod';
import { decimalsOf } from '../fraction.ts';
import { withComma } from '../wording/in-sentences.ts';
import { answered } from './figures.ts';
import { none, rule } from './rule.ts';

/** A number has no more decimals than the plan asks for: nobody rounds it for an agency. */
export const tooManyDecimals = rule({
  id: 'too-many-decimals',
  severity: 'error',
  stage: 'report',
  facts: z.strictObject({ value: z.number(), decimals: z.number() }),
  sentence: ({ value, decimals }, { column }) =>
    decimals === 0
      ? `${column} (${withComma(value)}) phải là số nguyên. Làm tròn rồi nhập lại.`
      : `${column} (${withComma(value)}) có nhiều hơn ${decimals} chữ số thập phân. Làm tròn rồi nhập lại.`,
  refusal: 'quá nhiều chữ số thập phân',
  setting: none,
  reason: none,
  fixes: none,
  live: none, // the row's shape says it where it says what is no number
  check: (report, context) =>
    answered(report, context).flatMap(({ row, figure: { decimals }, entry: { value } }) =>
      typeof value === 'number' && decimals !== null && decimalsOf(value) > decimals
        ? [{ row, field: 'value', facts: { value, decimals } }]
        : [],
    ),
});
