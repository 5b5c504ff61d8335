import { type Finding, type FindingOf, finding } from '../../../core/findings/finding.ts';
import { encrypted } from '../../../core/rules/files.ts';
import { partWithinWhole } from '../../../core/rules/part-within-whole.ts';
import { none, type Rule, rule } from '../../../core/rules/rule.ts';
import { ruleWithId } from '../../../core/rules/rule-by-id.ts';

test('a finding has the facts of its rule and no others', () => {
  const found: Finding = finding(partWithinWhole, { numerator: 11, denominator: 10 }, { field: 'numerator' });
  expect(found.rule === 'part-within-whole' && found.facts.numerator).toBe(11);
  // @ts-expect-error: a fact is missing
  finding(partWithinWhole, { numerator: 11 });
  // @ts-expect-error: the facts of another rule
  finding(encrypted, { numerator: 11, denominator: 10 });
  // @ts-expect-error: facts of one rule under the id of another
  const mixed: Finding = { ...finding(encrypted, {}), rule: 'part-within-whole' };
  // @ts-expect-error: no such rule
  type _None = FindingOf<'no-such-rule'>;
  expect(ruleWithId(mixed.rule)).toBe(partWithinWhole);
});

test('a rule gives each of its parts or says that there is none', () => {
  const { fixes: _, ...without } = partWithinWhole;
  // @ts-expect-error: nobody has thought of what a clerk could click
  const incomplete: Rule<'part-within-whole', { numerator: number; denominator: number }> = without;
  expect(rule({ ...incomplete, fixes: none }).fixes).toBe(none);
});
