import type { Finding } from '../findings/finding.ts';
import { ruleWithId } from '../rules/rule-by-id.ts';
import type { Fix } from './fix.ts';

/**
 * The fixes that only write what was read anyway: a number typed as text, a day without its format, a formula's value. Whatever a rule only
 * warns of is counted already; where there are two offers, a person chooses.
 */
export const formatFixes = (findings: readonly Finding[], fixes: readonly (readonly Fix[])[]): readonly Fix[] =>
  findings.flatMap(({ rule }, k) => {
    const [fix, other] = fixes[k] ?? [];
    return fix && !other && FORMAT[fix.kind] && ruleWithId(rule).severity === 'warning' ? [fix] : [];
  });

/** Kinds of fixes that may write the same in another way. */
const FORMAT: Readonly<Record<Fix['kind'], boolean>> = {
  'as-number': true,
  'as-percent': true,
  'as-date': true,
  'keep-value': true,
  choose: false,
  'as-part-and-whole': false,
  'swap-part-and-whole': false,
  'as-part-of-whole': false,
  'clear-figures': false,
};
