import { finding } from '../findings/finding.ts';
import { answered } from './figures.ts';
import type { Rule } from './rule.ts';

/** Beside `Chưa có số liệu` no figure stands, not even zero. */
export const noFigureWithFigure: Rule = (report, context) =>
  answered(report, context).flatMap(({ row, hasFigure, entry }) =>
    entry.state === 'no-figure' && hasFigure ? [finding('no-figure-with-figure', {}, { row, field: 'state' })] : [],
  );
