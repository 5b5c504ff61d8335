import { finding } from '../findings/finding.ts';
import { answered } from './figures.ts';
import type { Rule } from './rule.ts';

/** A rate needs numerator and denominator. */
export const bothCounts: Rule = (report, context) =>
  answered(report, context).flatMap(({ row, entry: { state, numerator, denominator } }) => {
    if (state !== 'reported' || (numerator === undefined) === (denominator === undefined)) return [];
    const missing = numerator === undefined ? 'numerator' : 'denominator';
    return [finding('both-counts', { missing }, { row, field: missing })];
  });
