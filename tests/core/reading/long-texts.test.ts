import { aForm, row } from '../../support/a-form.ts';

const A = 'PL1.I.1.3';
const BLANKS = ' '.repeat(600);
const counted = (value: string) => {
  const { findings, report } = aForm().filled().put(A, 'numerator', value).read();
  return [report?.indicators[row(A)]?.numerator, ...findings.map(({ rule, facts }) => [rule, facts])];
};

test('blanks around what was typed, however many, are no part of it', () => {
  expect(counted(`${BLANKS}95`)).toEqual([95, ['count-as-text', { text: '95', count: 95 }]]);
  expect(counted(`95${BLANKS}`)).toEqual([95, ['count-as-text', { text: '95', count: 95 }]]);
  expect(aForm().filled().put(A, 'state', `${BLANKS}Có số liệu`).found()).toEqual([]);
});

test('a text as long as no figure is none, and is quoted from its beginning', () => {
  expect(counted('x'.repeat(600))).toEqual([undefined, ['count-not-a-number', { text: `${'x'.repeat(59)}…` }]]);
  expect(counted(`95${BLANKS}96`).slice(0, 1)).toEqual([undefined]);
  expect(counted(`0${'.'}${'0'.repeat(600)}`).slice(0, 1)).toEqual([undefined]);
});

test('an explanation is kept whole, whatever its length', () => {
  const text = `Do chưa có hướng dẫn. ${'Rất dài. '.repeat(100)}Hết.`;
  expect(aForm().filled().put(A, 'explanation', text).read().report?.indicators[row(A)]?.explanation).toBe(text);
});
