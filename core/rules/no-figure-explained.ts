import { finding } from '../findings/finding.ts';
import { isBlankText } from '../text.ts';
import { answered } from './figures.ts';
import type { Rule } from './rule.ts';

/** `Chưa có số liệu` needs the reason. */
export const noFigureExplained: Rule = (report, context) =>
  answered(report, context).flatMap(({ row, entry }) =>
    entry.state === 'no-figure' && isBlankText(entry.explanation ?? '')
      ? [finding('no-figure-explained', {}, { row, field: 'explanation' })]
      : [],
  );
