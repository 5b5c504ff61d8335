import { finding } from '../findings/finding.ts';
import { answered } from './figures.ts';
import type { Rule } from './rule.ts';

/** A denominator of 0 is not a figure: nothing arose. */
export const wholeNotZero: Rule = (report, context) =>
  answered(report, context).flatMap(({ row, entry: { state, numerator, denominator } }) =>
    state === 'reported' && denominator === 0 && numerator !== undefined
      ? [finding('whole-not-zero', {}, { row, field: 'denominator' })]
      : [],
  );
