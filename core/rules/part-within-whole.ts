import { finding } from '../findings/finding.ts';
import { answered } from './figures.ts';
import type { Rule } from './rule.ts';

/** A part is not larger than its whole. */
export const partWithinWhole: Rule = (report, context) =>
  answered(report, context).flatMap(({ row, entry: { state, numerator, denominator } }) =>
    state === 'reported' && numerator !== undefined && denominator !== undefined && denominator > 0 && numerator > denominator
      ? [finding('part-within-whole', { numerator, denominator }, { row, field: 'numerator' })]
      : [],
  );
