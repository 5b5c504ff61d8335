import type { Finding } from '../findings/finding.ts';
import { ruleWithId } from '../rules/rule-by-id.ts';
import type { Fix } from './fix.ts';
import { type FixInputs, fixPlace } from './fix-place.ts';

/** The fixes that a clerk can choose from beside a finding, the likeliest first; none of them guesses a figure. */
export function fixesOf(finding: Finding, fixing: FixInputs): readonly Fix[] {
  const { fixes } = ruleWithId(finding.rule);
  const place = fixes && fixPlace(finding, fixing);
  return place ? fixes(finding.facts as never, place) : []; // a finding has the facts of its rule
}
