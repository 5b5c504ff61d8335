import { finding } from '../findings/finding.ts';
import { isBlankText } from '../text.ts';
import { answered } from './figures.ts';
import { lastFigures } from './last-figure.ts';
import type { Rule } from './rule.ts';

const TIMES = 100;

/** Whether a whole grew or shrank a hundred times or more: a slip of the keyboard or another unit, hardly ever the world. */
export const isHundredfold = (before: number, now: number): boolean => now >= TIMES * before || before >= TIMES * now;

/**
 * A denominator a hundred times the agency's own last one, or a hundredth of it, needs an explanation. It is named beside one too, that
 * may be about something else; it is open only without.
 */
export const changedHundredfold: Rule = (report, context) => {
  const { previous, agency } = context;
  if (!previous) return [];
  const lastOf = lastFigures(previous, agency);
  return answered(report, context).flatMap(({ row, indicator, entry: { denominator, explanation } }) => {
    const last = lastOf(indicator);
    if (!last || !denominator || !isHundredfold(last.denominator, denominator)) return [];
    const explained = !isBlankText(explanation ?? '');
    const facts = { before: last.denominator, now: denominator, period: previous.period, explained };
    return [finding('changed-hundredfold', facts, { row, field: explained ? 'denominator' : 'explanation' })];
  });
};
