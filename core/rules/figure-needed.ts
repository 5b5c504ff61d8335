import { finding } from '../findings/finding.ts';
import { answered } from './figures.ts';
import type { Rule } from './rule.ts';

/** `Có số liệu` needs the figure. */
export const figureNeeded: Rule = (report, context) =>
  answered(report, context).flatMap(({ row, figure, hasFigure, entry }) =>
    entry.state === 'reported' && !hasFigure
      ? [finding('figure-needed', { of: figure.name }, { row, field: figure.cells.value ? 'value' : 'numerator' })]
      : [],
  );
