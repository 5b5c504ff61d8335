import { RETIRED } from '../../../core/rules/retired.ts';
import { isRuleId, ruleNamed } from '../../../core/rules/rule-by-id.ts';
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

test('what the desk lists are words: a setting’s name is a phrase of its own, a reason of refusal the end of a sentence', () => {
  const names = RULES.flatMap(({ setting }) => (setting ? [setting.name] : []));
  expect(names.filter((name) => !/^\p{Lu}[^.]{9,79}$/u.test(name))).toEqual([]);
  expect(names.length).toBe(new Set(names).size);
  const refusals = RULES.flatMap(({ refusal }) => (refusal === null ? [] : [refusal]));
  expect(refusals.filter((words) => !/^(?:[^.]|\.xlsx$){5,60}$/u.test(words))).toEqual([]);
});

test('an id of a rule is one of the list, and nothing else is', () => {
  expect(RULES.map(({ id }) => id).filter(isRuleId)).toEqual(RULES.map(({ id }) => id));
  expect([ruleNamed('formula')?.id, ruleNamed('no-such-rule')]).toEqual(['formula', undefined]);
  expect(['no-such-rule', '', 5, null, undefined, ['formula']].filter(isRuleId)).toEqual([]);
});
