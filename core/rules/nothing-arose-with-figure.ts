import { finding } from '../findings/finding.ts';
import { answered } from './figures.ts';
import type { Rule } from './rule.ts';

/** Where nothing arose, no figure other than zero stands. */
export const nothingAroseWithFigure: Rule = (report, context) =>
  answered(report, context).flatMap(({ row, entry: { state, numerator, denominator, value } }) =>
    state === 'nothing-arose' && (numerator || denominator || value !== undefined)
      ? [finding('nothing-arose-with-figure', {}, { row, field: 'state' })]
      : [],
  );
