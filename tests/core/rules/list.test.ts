import { RETIRED } from '../../../core/rules/retired.ts';
import { ruleNamed } from '../../../core/rules/rule-by-id.ts';
import { RULES } from '../../../core/rules/rules.ts';

test('each rule has an id of its own, and a retired one is never used again', () => {
  const ids = [...RULES, ...RETIRED].map(({ id }) => id);
  expect(ids.length).toBe(new Set(ids).size);
  expect(RETIRED.flatMap(({ id }) => ruleNamed(id) ?? [])).toEqual([]);
});

test('only warnings can ask for a reason', () => {
  expect(new Set(RULES.filter(({ reason }) => reason === 'asked').map(({ severity }) => severity))).toEqual(new Set(['warning']));
});

test('each rule that has a file refused has a word for it', () => {
  expect(RULES.filter(({ severity, refusal }) => (severity === 'error') !== (refusal !== null)).map(({ id }) => id)).toEqual([]);
});
