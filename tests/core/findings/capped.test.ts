import { capped } from '../../../core/findings/capped.ts';
import { type Finding, finding } from '../../../core/findings/finding.ts';
import { countNotANumber } from '../../../core/rules/counts-as-fractions.ts';
import { formula } from '../../../core/rules/formulas.ts';
import { mergedInput } from '../../../core/rules/looks.ts';
import { rowMissing, rowTwice } from '../../../core/rules/rows.ts';
import { sheetAmbiguous } from '../../../core/rules/sheets.ts';
import { wordUnknown } from '../../../core/rules/words.ts';
import { sentenceOf } from '../../../core/wording/findings.ts';

const many = (count: number, make: (k: number) => Finding): Finding[] => Array.from({ length: count }, (_, k) => make(k));

test('a few findings stay as they are', () => {
  const few = many(300, () => finding(formula, {}));
  expect(capped(few)).toBe(few);
});

test('of very many the first of each rule stand, and one more counts the others', () => {
  const findings = [...many(5_000, () => finding(mergedInput, { area: 'A1:B2' })), finding(rowMissing, {})];
  const shown = capped(findings);
  expect(shown.length).toBe(302);
  expect(shown.at(-2)?.rule).toBe('row-missing');
  expect(shown.at(-1)).toMatchObject({ rule: 'more-problems', severity: 'warning', facts: { count: 4_700 } });
});

test('an error among those left out still blocks', () => {
  const findings = many(400, (k) =>
    k < 399 ? { ...finding(rowTwice, { first: 'A1' }), severity: 'hint' } : finding(rowTwice, { first: 'A1' }),
  );
  expect(capped(findings).at(-1)).toMatchObject({ rule: 'more-problems', severity: 'error' });
});

test('a sentence quotes the beginning of a long text, and cuts no character in half', () => {
  expect(finding(countNotANumber, { text: 'x'.repeat(5_000) }).facts.text).toBe(`${'x'.repeat(59)}…`);
  expect(finding(wordUnknown, { text: `${'x'.repeat(58)}👍👍`, choices: ['Có'] }).facts.text).toBe(`${'x'.repeat(58)}…`);
  expect(
    sentenceOf(finding(sheetAmbiguous, { titles: many(500, () => finding(formula, {})).map((_, k) => `Trang ${k}`) })).length,
  ).toBeLessThan(400);
});
