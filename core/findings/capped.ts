import { moreProblems } from '../rules/more-problems.ts';
import type { Severity } from '../rules/rule.ts';
import { type Finding, finding } from './finding.ts';

/** A form has some two hundred cells to fill; nobody fixes more than these one by one. */
const MOST_OF_A_RULE = 300;
const MOST = 1000;
const WORST: readonly Severity[] = ['error', 'warning', 'hint'];

/** The findings of one workbook as far as anybody reads them; what is left out is counted, and no less severe. */
export function capped(findings: readonly Finding[]): readonly Finding[] {
  const counts = new Map<string, number>();
  const kept = findings.filter(({ rule }) => {
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    return count <= MOST_OF_A_RULE;
  });
  const shown = kept.slice(0, MOST);
  if (shown.length === findings.length) return findings;
  const known = new Set(shown);
  const left = findings.filter((one) => !known.has(one));
  const severity = WORST.find((one) => left.some((other) => other.severity === one)) ?? 'error';
  return [...shown, { ...finding(moreProblems, { count: left.length }), severity }];
}
