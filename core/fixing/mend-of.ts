import type { Finding } from '../findings/finding.ts';
import { ruleWithId } from '../rules/rule-by-id.ts';
import type { Mend } from './mend.ts';
import { type Mending, mendPlace } from './mend-place.ts';

/** The mends that a clerk can choose from beside a finding, the likeliest first; none of them guesses a figure. */
export function mendsOf(finding: Finding, mending: Mending): readonly Mend[] {
  const { fixes } = ruleWithId(finding.rule);
  const place = fixes && mendPlace(finding, mending);
  return place ? fixes(finding.facts as never, place) : []; // a finding has the facts of its rule
}
