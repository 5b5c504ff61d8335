import { ASKS_REASON, RETIRED, SEVERITY } from '../../../core/findings/catalogue.ts';

test('a retired rule’s id is never used again', () => {
  expect(RETIRED.filter((id) => id in SEVERITY)).toEqual([]);
});

test('only warnings can ask for a reason', () => {
  expect(new Set([...ASKS_REASON].map((rule) => SEVERITY[rule]))).toEqual(new Set(['warning']));
});
