import { aForm, row } from '../../support/a-form.ts';

const A = 'PL1.I.1.3';
const T = 'PL2.II.1';
const { cellOf } = aForm();

const afterCount = (value: string | number | boolean | null, more = {}) => {
  const form = aForm().filled().put(A, 'denominator', value, more);
  return { found: form.found(), count: form.read().report?.indicators[row(A)]?.denominator };
};

test.each([
  ['1.234', 1234],
  ['1,234', 1234],
  ['1 234', 1234],
  [' 120 ', 120],
  ['1\u00a0234', 1234],
  ['1\u202f234', 1234],
  ['１２３４', 1234],
  ['120,0', 120],
  ['120.00', 120],
  ['1.234.567', 1234567],
  ['1,234,567', 1234567],
  ['1.234,00', 1234],
  ['1,234.0', 1234],
  ['1.000', 1000],
  ['1234\n', 1234],
  ['0120', 120],
])('the text %j is counted as %d, with a warning', (text, count) => {
  expect(afterCount(text)).toEqual({ found: [`warning count-as-text ${cellOf(A, 'denominator')}`], count });
});

test.each([
  'khoảng 95',
  '>95',
  '95-96',
  '12,5',
  '1.5',
  '9/10',
  '95%',
  '1.23',
  '1,2345',
  '1.234.5',
  '1 234.567',
  '0.123',
  '12e3',
  'x',
  'trên 100',
  '1.234,567,8',
  '100 hồ sơ',
])('the text %j is no one number', (text) => {
  expect(afterCount(text)).toEqual({ found: [`error count-not-a-number ${cellOf(A, 'denominator')}`], count: undefined });
});

test.each([
  ['a date', 46304, { format: 'date' }, 'count-is-a-date'],
  ['a share in a % cell', 0.95, { format: 'percent' }, 'count-is-a-percent'],
  ['a negative number', -1, {}, 'count-negative'],
  ['a negative number as text', '-100', {}, 'count-negative'],
  ['a fraction', 12.5, {}, 'count-fractional'],
  ['more than a thousand billion', 1e13, {}, 'count-too-large'],
  ['a truth value', true, {}, 'count-not-a-number'],
  ['an error value', null, { error: '#REF!' }, 'cell-error'],
  ['an error value of a formula', null, { error: '#REF!', formula: true }, 'cell-error'],
  ['a formula that was never calculated', null, { formula: true }, 'formula-not-calculated'],
])('%s is no count, and one thing is said of it', (_, value, more, rule) => {
  expect(afterCount(value, more)).toEqual({ found: [`error ${rule} ${cellOf(A, 'denominator')}`], count: undefined });
});

test('a number whole to fifteen digits is that whole number', () => {
  expect(afterCount(189.99999999999997)).toEqual({ found: [], count: 190 });
});

test('a formula with a result counts, with one warning, also where its result is text', () => {
  expect(afterCount(950, { formula: true })).toEqual({ found: [`warning formula ${cellOf(A, 'denominator')}`], count: 950 });
  expect(afterCount('1.234', { formula: true })).toEqual({ found: [`warning formula ${cellOf(A, 'denominator')}`], count: 1234 });
});

test.each(['có số liệu', 'CÓ SỐ LIỆU', '  Có  số   liệu ', 'Có số liệu.', 'Có số liệu'.normalize('NFD'), 'Có\u00a0số\nliệu'])(
  'the word %j is read as meant',
  (text) => {
    expect(aForm().filled().put(A, 'state', text).found()).toEqual([]);
  },
);

test.each(['x', '√', 'Đạt', 'có', 'số liệu', '1'])('the word %j is not in the list', (text) => {
  expect(aForm().filled().put(A, 'state', text).found()).toEqual([`error word-unknown ${cellOf(A, 'state')}`]);
});

test.each([
  ['Hòan thành', 'done'],
  ['hoàn thành.'.normalize('NFD'), 'done'],
  ['Ðang thực hiện', 'in-progress'],
  ['CHỜ HƯỚNG DẪN', 'awaiting-guidance'],
  [' không liên quan.', 'not-relevant'],
])('the status %j is read as %s', (text, status) => {
  const form = aForm().filled().put(T, 'status', text).put(T, 'percent', null).put(T, 'document', '12/QĐ-UBND');
  expect(form.found()).toEqual([]);
  expect(form.read().report?.tasks[row(T)]?.status).toBe(status);
});

const afterProgress = (value: string | number, more = {}) => {
  const form = aForm().filled().put(T, 'percent', value, more);
  return [form.read().report?.tasks[row(T)]?.percent, ...form.found().map((one) => one.split(' ')[1])];
};

test('progress is read from a % cell, a plain number, or a text with a sign', () => {
  expect(afterProgress(0.4, { format: 'percent' })).toEqual([40]);
  expect(afterProgress(0.07, { format: 'percent' })).toEqual([7]);
  expect(afterProgress(40)).toEqual([40]);
  expect(afterProgress(0)).toEqual([0]);
  expect(afterProgress('62,5%')).toEqual([62.5, 'progress-as-text']);
  expect(afterProgress('40 %')).toEqual([40, 'progress-as-text']);
});

test('progress that could be 1 % or 100 % is asked about', () => {
  for (const value of [0.5, 1]) expect(afterProgress(value)).toEqual([undefined, 'progress-part-or-percent']);
});

test('progress above 100 %, below 0 or in words is an error', () => {
  expect(afterProgress(40, { format: 'percent' })).toEqual([undefined, 'progress-above-whole']);
  expect(afterProgress(140)).toEqual([undefined, 'progress-above-whole']);
  expect(afterProgress('140%')).toEqual([undefined, 'progress-above-whole']);
  expect(afterProgress(-5)).toEqual([undefined, 'progress-negative']);
  for (const text of ['khoảng 40%', 'gần xong', '40-50%', '0,4']) expect(afterProgress(text)).toEqual([undefined, 'progress-not-a-number']);
});

const afterDate = (value: string | number, more = {}) => {
  const form = aForm().filled().put(T, 'issuedOn', value, more);
  return [form.read().report?.tasks[row(T)]?.issuedOn, ...form.found().map((one) => one.split(' ')[1])];
};

test('a date of issue is a date, or a text with the day first', () => {
  expect(afterDate(46331, { format: 'date' })).toEqual(['2026-11-05']);
  expect(afterDate('05/11/2026')).toEqual(['2026-11-05', 'date-as-text']);
  expect(afterDate('25.10.2026')).toEqual(['2026-10-25', 'date-as-text']);
  expect(afterDate(46331)).toEqual(['2026-11-05', 'date-as-number']);
  for (const text of ['31/02/2026', '13/13/2026', 'tháng 11', '5/2026', '05/11/26', '2026-11-05'])
    expect(afterDate(text)).toEqual([undefined, 'date-not-read']);
  expect(afterDate(2026)).toEqual([undefined, 'date-not-read']);
});

test('a level is 1 to 5 and an answer is Có or Không', () => {
  const level = (value: string | number) =>
    aForm('CAT' as never)
      .filled()
      .put('PL1.I.2.5', 'value', value)
      .found()
      .map((one) => one.split(' ')[1]);
  expect([level(3), level('3'), level(0), level(6), level(3.5), level('ba')]).toEqual([
    [],
    [],
    ['level-unknown'],
    ['level-unknown'],
    ['level-unknown'],
    ['level-unknown'],
  ]);
  const answer = (value: string | number) =>
    aForm(undefined, '2028')
      .filled()
      .put('PL1.II.1.3', 'value', value)
      .found()
      .map((one) => one.split(' ')[1]);
  expect([answer('CÓ.'), answer(' không '), answer(1), answer('x')]).toEqual([[], [], ['word-unknown'], ['word-unknown']]);
});

test('free text keeps what was typed, composed, and never becomes a formula', () => {
  for (const text of ['=1+1', '+84 255 382', '-5 hồ sơ', '@SUM(1+1)', '__proto__', 'Đã hoàn thành số hoá']) {
    const form = aForm().filled().put(A, 'explanation', text.normalize('NFD'));
    expect(form.found()).toEqual([]);
    expect(form.read().report?.indicators[row(A)]?.explanation).toBe(text);
  }
});

test('text in an old Vietnamese font is pointed out, never in the way', () => {
  const { findings } = aForm().filled().put(A, 'explanation', 'Sè liÖu ch¬a ®Çy ®ñ').read();
  expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['hint legacy-font']);
});
