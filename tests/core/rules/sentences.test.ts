import fc from 'fast-check';
import type { RowId } from '../../../core/plan/plan.ts';
import { RULES } from '../../../core/rules/rules.ts';
import { someFacts } from '../../support/some-facts.ts';

const row = 'PL1.I.1.3' as RowId;

test.each(RULES)('$id says whole sentences, whatever it knows', ({ facts, sentence }) => {
  fc.assert(
    fc.property(someFacts(facts), (known) => {
      const said = sentence(known as never, { row, column: 'Tử số' }); // facts of this very rule
      expect(said).toMatch(/^[^\p{Ll}\s].{19,}[.?]$/su);
      expect(said).not.toMatch(/undefined|null|NaN|\[object| {2}|\.\./);
    }),
    { numRuns: 60 },
  );
});

test('no two rules have one sentence', () => {
  const all = RULES.flatMap(({ facts, sentence }) => [
    ...new Set(fc.sample(someFacts(facts), { numRuns: 40, seed: 1 }).map((known) => sentence(known as never, { row, column: 'Tử số' }))),
  ]);
  expect(all.length).toBe(new Set(all).size);
});
