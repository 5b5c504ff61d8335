import type { Cell } from '../../../core/grid.ts';
import type { Note } from '../../../core/reading/cell-outcome.ts';
import { readCount } from '../../../core/reading/count.ts';
import type { FilledCell } from '../../../core/reading/filled-cell.ts';
import { readProgress } from '../../../core/reading/progress.ts';
import { aForm, row } from '../../support/a-form.ts';
import { fc } from '../../support/properties.ts';

const A = 'PL1.I.1.3';
const T = 'PL2.II.1';
const { cellOf } = aForm();

const cell = (value: string, more: Partial<Cell> = {}): FilledCell => ({
  column: 1,
  error: null,
  format: 'plain',
  formula: false,
  ...more,
  value,
});

test.each([
  '90²',
  '9₅',
  '12①',
  '①',
  '⒈',
  '95\n100',
  '95\r\n96',
  '95\t96',
  '95  100',
  '95\u00ad96',
  '95\u200b',
  '\u202e95',
  '\ufeff95',
  '1\u2009234',
  "1'234",
  '1’234',
  '١٢٣',
  '१२',
  '１，２３４',
  '12.34.567',
  '1.234 567',
  '1 234\u00a0567',
  '1..234',
  '12,5',
  '1234.000',
  '1,23,456',
  '.0',
  '12.',
  '12 / 34',
  '0x10',
  '1e3',
  '+95',
  '−95',
  '½',
  '95 hồ sơ',
  '95*',
  '(95)',
  '95;96',
  '𝟗𝟓',
  '1'.repeat(70),
])('the text %j has no one reading and is an error that quotes it', (text) => {
  const form = aForm().filled().figures(A, text, 200_000);
  expect(form.found()).toEqual([`error count-not-a-number ${cellOf(A, 'numerator')}`]);
  expect(form.read().report?.indicators[row(A)]?.numerator).toBeUndefined();
});

test.each([
  ['\t95\n', 95],
  ['\u3000 95\u2003', 95],
  ['\u008595', 95],
  ['１２', 12],
  ['1２', 12],
  ['1.234,0', 1234],
  ['1,234.0', 1234],
  ['1 234,00', 1234],
  ['1\u202f234\u202f567', 1234567],
  ['12,0', 12],
  ['12.0000', 12],
  ['0,0', 0],
  ['0.000', 0],
  ['007', 7],
])('the text %j has one reading, %d, and is counted with a warning', (text, count) => {
  const form = aForm().filled().figures(A, text, 2_000_000);
  expect(form.found()).toEqual([`warning count-as-text ${cellOf(A, 'numerator')}`]);
  expect(form.read().report?.indicators[row(A)]?.numerator).toBe(count);
});

test('what an error quotes is the text as it stands in the cell, on one line and of bounded length', () => {
  const quoted = (text: string) => (readCount(cell(text)) as { note: Note }).note({}).facts;
  expect(['90²', '12①', '95\n100', '95\u00ad96', 'x'.repeat(100)].map(quoted)).toEqual([
    { text: '90²' },
    { text: '12①' },
    { text: '95 100' },
    { text: '95·96' },
    { text: `${'x'.repeat(59)}…` },
  ]);
});

const PIECES = [
  '0',
  '1',
  '9',
  '95',
  '234',
  '000',
  '１',
  '²',
  '₅',
  '①',
  '٣',
  '.',
  ',',
  ' ',
  '  ',
  '\u00a0',
  '\u202f',
  '\u2009',
  '\n',
  '\t',
  "'",
  '\u00ad',
  '\u200b',
  '%',
  '-',
  '/',
  'x',
];
const texts = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''));

test('a count as text has one reading or is an error: never a number that the cell does not show', () => {
  let counted = 0;
  fc.assert(
    fc.property(texts, (text) => {
      const read = readCount(cell(text));
      if (read.kind !== 'value') return true;
      counted++;
      const shown = text.replace(/^[\s\u0085]+|[\s\u0085]+$/g, '').replaceAll('１', '1');
      const [whole = '', rest = ''] = shown.split(/[.,](?=0+$)(?!000$)/);
      const separators = new Set(whole.replace(/\d/g, ''));
      const groups = whole.split(/\D/);
      const isOne = /^[\d.,\u0020\u00a0\u202f]+$/.test(shown) && /^0*$/.test(rest);
      const isGrouped = separators.size === 0 || (separators.size === 1 && groups.slice(1).every((group) => group.length === 3));
      return isOne && (isGrouped || read.value === 0) && BigInt(groups.join('')) === BigInt(read.value);
    }),
    { numRuns: 20_000 },
  );
  expect(counted).toBeGreaterThan(500);
});

test('of a text whose parts look otherwise nothing is counted, whatever it says', () => {
  fc.assert(
    fc.property(
      texts,
      (text) => readCount(cell(text, { mixed: true })).kind === 'unread' && readProgress(cell(text, { mixed: true })).kind === 'unread',
    ),
  );
});

test('progress as text has one reading or is an error', () => {
  const said = (text: string) => {
    const form = aForm().filled().put(T, 'percent', text);
    return [form.read().report?.tasks[row(T)]?.percent, ...form.found().map((one) => one.split(' ')[1])];
  };
  for (const text of ['9₅%', '4²', '40\n50', '40%%', '40 %%', '4\u00ad0%', "4'0", '٤٠%', '40  %', '12,5²'])
    expect([text, ...said(text)]).toEqual([text, undefined, 'progress-not-a-number']);
  expect(said('４０％')).toEqual([40, 'progress-as-text']);
  expect(said('\t40 %\n')).toEqual([40, 'progress-as-text']);
  expect(said('40,0')).toEqual([40, 'progress-as-text']);
  expect(said('1,0')).toEqual([undefined, 'progress-part-or-percent']);
});
