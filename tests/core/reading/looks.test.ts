import type { Cell } from '../../../core/grid.ts';
import { formatOfValue, parseFormat } from '../../../core/number-format.ts';
import { sentenceOf } from '../../../core/wording/findings.ts';
import { type AForm, aForm, row } from '../../support/a-form.ts';

const A = 'PL1.I.1.3';
const T = 'PL2.II.1';
const { cellOf } = aForm();
const at = cellOf(A, 'numerator');

/** A cell as it is read under a number format. */
const under = (code: string, value: Cell['value']) => {
  const pattern = parseFormat(code);
  return { format: formatOfValue(pattern, value), ...(pattern.plainly === null && { pattern }) };
};
const withNumerator = (value: number | string, more: object) => aForm().filled().figures(A, null, 200_000).put(A, 'numerator', value, more);
const counted = (form: AForm) => form.read().report?.indicators[row(A)]?.numerator;
const sentences = (form: AForm) => form.read().findings.map(sentenceOf);

test('a figure that is struck out as a whole counts, and is asked about', () => {
  const form = withNumerator(95, { struck: true });
  expect([form.found(), counted(form)]).toEqual([[`warning shown-otherwise ${at}`], 95]);
  expect(sentences(form)).toEqual([
    'Nội dung ô Tử số đang bị gạch ngang nhưng vẫn được tính. Xóa nội dung nếu không dùng, hoặc bỏ gạch ngang.',
  ]);
});

test('a struck figure that is also text is named for both', () => {
  expect(withNumerator('95', { struck: true }).found()).toEqual([`warning count-as-text ${at}`, `warning shown-otherwise ${at}`]);
});

test('a figure part of which is struck out, raised or lowered is an error', () => {
  expect(withNumerator('180190', { mixed: true }).found()).toEqual([`error count-not-a-number ${at}`]);
});

test('a word, a level or a date of which a part is struck out is not read', () => {
  const mixed = { mixed: true } as const;
  expect(aForm().filled().put(A, 'state', 'Có số liệu', mixed).found()).toEqual([`error word-unknown ${cellOf(A, 'state')}`]);
  expect(aForm().filled().put(T, 'issuedOn', '15/11/2026', mixed).found()).toEqual([`error date-not-read ${cellOf(T, 'issuedOn')}`]);
  expect(aForm().filled().put(A, 'explanation', 'Đã sửa lại', mixed).found()).toEqual([]);
});

test('a format that shows another number is named, and the stored number counts', () => {
  const form = withNumerator(95_000, under('#,##0,', 95_000));
  expect([form.found(), counted(form)]).toEqual([[`warning shown-otherwise ${at}`], 95_000]);
  expect(sentences(form)[0]).toContain('hiện “95”, khác với giá trị trong ô');
  expect(sentences(withNumerator(95, under(';;;', 95)))[0]).toContain('làm ô không hiện gì');
  expect(withNumerator(95, under('0" hồ sơ"', 95)).found()).toEqual([]);
});

test('a unit or a plus sign beside the number is no other number', () => {
  for (const code of ['0" (hồ sơ)"', '0"(TTHC)"', '0" m2"', '0\\ "m2"', '0" HS/năm"', '+0;-0', '"SL: "#,##0'])
    expect([code, withNumerator(95, under(code, 95)).found()]).toEqual([code, []]);
  for (const code of ['0" (000)"', '0" x10"', '0"0"', '0"/100"', '"<"0', '"-"0', '(0)', '0\\ \\0', '0" e3"'])
    expect([code, withNumerator(95, under(code, 95)).found()]).toEqual([code, [`warning shown-otherwise ${at}`]]);
});

test('95 shown as 95% is no count, by its own section of the format', () => {
  const shown = withNumerator(95, under('0"%"', 95));
  expect(shown.found()).toEqual([`error count-is-a-percent ${at}`]);
  expect(sentences(shown)[0]).toContain('đang là 95%');
  expect(withNumerator(95, under('[<=1]0%;0', 95)).found()).toEqual([]);
  expect(withNumerator(1, under('[<=1]0%;0', 1)).found()).toEqual([`error count-is-a-percent ${at}`]);
});

test('progress is what a percent sign beside it says', () => {
  const percent = (value: number, code: string) => {
    const form = aForm().filled().put(T, 'percent', value, under(code, value));
    return [form.read().report?.tasks[row(T)]?.percent, ...form.found().map((one) => one.split(' ')[1])];
  };
  expect(percent(40, '0"%"')).toEqual([40]);
  expect(percent(1, '0\\%')).toEqual([1]);
  expect(percent(140, '0"%"')).toEqual([undefined, 'progress-above-whole']);
  expect(percent(0.625, '0%')).toEqual([62.5]);
  expect(percent(40_000, '0,"%"')).toEqual([undefined, 'progress-above-whole']);
});

test('a document number, link or note that became a date is named', () => {
  const date = { format: 'date' } as const;
  const form = aForm()
    .filled()
    .put(T, 'document', 46_331, date)
    .put(T, 'summary', 46_331, date)
    .put(T, 'note', 46_331, date)
    .put(A, 'evidence', 46_331, date);
  expect(form.found()).toEqual([
    `warning text-is-a-date ${cellOf(A, 'evidence')}`,
    ...(['document', 'summary', 'note'] as const).map((field) => `warning text-is-a-date ${cellOf(T, field)}`),
  ]);
  expect(form.read().report?.tasks[row(T)]).toMatchObject({ document: '05/11/2026' });
});

test('a text longer than a cell may hold is an error with its cell and is not taken, after it has been composed', () => {
  const read = (text: string) => aForm().filled().put(A, 'explanation', text);
  expect(read(`${'👍'.repeat(16_383)}a`).found()).toEqual([]);
  expect(read('ứ'.normalize('NFD').repeat(32_767)).found()).toEqual([]);
  expect(read('Đ'.repeat(32_768)).found()).toEqual([`error text-too-long ${cellOf(A, 'explanation')}`]);
  expect(read('Đ'.repeat(32_768)).read().report?.indicators[row(A)]?.explanation).toBeUndefined();
});

test.each([
  '\u200b \u2060\ufeff',
  '\u2800',
  '\u3164',
  '\uffa0',
  '\u115f\u1160',
  '\u034f',
  '\ufe0f',
  '\u{e0020}',
  '\u180b',
  '\u00a0\u0085',
  '\ufff9',
  '\ufffe',
  '\u0001',
])('a reason of nothing visible (%j) is no reason', (text) => {
  const form = aForm().filled().figures(A, null, null, 'Chưa có số liệu').put(A, 'explanation', text);
  expect(form.found()).toEqual([`error no-figure-explained ${cellOf(A, 'explanation')}`]);
  const done = aForm().filled().put(T, 'status', 'Hoàn thành').put(T, 'percent', 1, { format: 'percent' }).put(T, 'document', text);
  expect(done.found()).toEqual([`warning done-with-evidence ${cellOf(T, 'document')}`]);
  expect(aForm().filled().put(T, 'note', text).read().report?.tasks[row(T)]).not.toHaveProperty('note');
});
