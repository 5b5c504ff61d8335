import type { RowId } from '../../../core/plan/plan.ts';
import { remarkUnanswered } from '../../../core/rules/remark-unanswered.ts';
import { ruleWithId } from '../../../core/rules/rule-by-id.ts';
import { RULES } from '../../../core/rules/rules.ts';
import { fc } from '../../support/properties.ts';
import { someFacts } from '../../support/some-facts.ts';
import { CELL_SENTENCES } from './sentences/of-cells.ts';
import { FILE_SENTENCES } from './sentences/of-files.ts';
import { REPORT_SENTENCES } from './sentences/of-reports.ts';
import { TABLE_SENTENCES } from './sentences/of-tables.ts';

const place = { row: 'PL1.I.1.3' as RowId, column: 'Tử số' };
const SAID = [...FILE_SENTENCES, ...TABLE_SENTENCES, ...CELL_SENTENCES, ...REPORT_SENTENCES];

test.each(SAID)('%s, knowing %j, says this', (id, facts, sentence) => {
  const rule = ruleWithId(id);
  expect(rule.facts.parse(facts)).toEqual(facts);
  expect(rule.sentence(facts as never, place)).toBe(sentence); // the schema took them
});

test('what each rule says is written down', () => {
  expect([...new Set(SAID.map(([id]) => id))].sort()).toEqual(RULES.map(({ id }) => id).sort());
});

test('no rule knows more than its sentence and fixes speak of', () => {
  expect(SAID.filter(([id, facts]) => ruleWithId(id).facts.safeParse({ ...facts, more: 1 }).success)).toEqual([]);
});

test('a remark is answered in the column of its row’s reason', () => {
  const said = (column: string) => remarkUnanswered.sentence({ remark: 'Thiếu văn bản' }, { ...place, column });
  expect(said('Ghi chú')).toMatch(/hoặc ghi nội dung giải trình ở cột Ghi chú\.$/);
  expect(said('')).toMatch(/ở cột Giải trình hoặc Ghi chú\.$/);
});

test.each(RULES)('$id says whole sentences, whatever it knows', ({ facts, sentence }) => {
  fc.assert(
    fc.property(someFacts(facts), (known) => {
      const said = sentence(known as never, place); // facts of this very rule
      expect(said).toMatch(/^[^\p{Ll}\s].{19,}[.?]$/su);
      expect(said).not.toMatch(/undefined|null|NaN|\[object| {2}|\.\./);
    }),
    { numRuns: 60 },
  );
});

test('no two rules have one sentence', () => {
  const all = RULES.flatMap(({ facts, sentence }) => [
    ...new Set(fc.sample(someFacts(facts), { numRuns: 40, seed: 1 }).map((known) => sentence(known as never, place))),
  ]);
  expect(all.length).toBe(new Set(all).size);
});
