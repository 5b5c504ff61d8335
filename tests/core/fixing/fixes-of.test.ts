import type { Finding } from '../../../core/findings/finding.ts';
import { fixesOf } from '../../../core/fixing/fixes-of.ts';
import { marksOf } from '../../../core/fixing/marks-of.ts';
import type { Field } from '../../../core/layout.ts';
import { offerOf } from '../../../core/wording/fixes.ts';
import { type AForm, aForm, obligationsIn, row } from '../../support/a-form.ts';
import { type Changed, changed } from './changed.ts';

const A = 'PL1.I.1.3';
const LEVEL = 'PL1.II.2.1';
const TASK = 'PL2.II.1';

/** What is offered beside each finding of a form: the button, and what it writes where. */
const offers = (form: AForm): Record<string, unknown> =>
  Object.fromEntries(
    form
      .read()
      .findings.map((finding): [Finding, [string, Changed][]] => [
        finding,
        fixesOf(finding, { workbook: form.workbook(), reading: form.read() }).map((fix) => [offerOf(fix), changed(fix)]),
      ])
      .filter(([, fixes]) => fixes.length > 0)
      .map(([{ rule }, fixes]) => [rule, fixes]),
  );
const { cellOf } = aForm();
const { reporters } = obligationsIn('2028');
const stating = reporters.get(row(LEVEL))![0]!;
const answering = reporters.get(row('PL1.II.1.3'))![0]!;
const [numerator, denominator, state] = (['numerator', 'denominator', 'state'] as Field[]).map((field) => cellOf(A, field)) as [
  string,
  string,
  string,
];
const filled = (field: Field, value: string | number | null, more = {}): AForm => aForm().filled().put(A, field, value, more);
const task = (field: Field, value: string | number | null, more = {}): AForm => aForm().filled().put(TASK, field, value, more);

test('a form without findings is offered nothing', () => {
  expect(offers(aForm().filled())).toEqual({});
});

test('a count typed as text becomes the number that it was read as', () => {
  expect(offers(filled('denominator', '1.234'))).toEqual({
    'count-as-text': [['Đổi thành số 1.234', { [denominator]: [1234, 'plain'] }]],
  });
});

test('9/10 that became a date, or was typed as text, is offered as a part and its whole in two cells', () => {
  const both = [['Nhập tử số 9, mẫu số 10', { [numerator]: [9, 'plain'], [denominator]: [10, 'plain'] }]];
  expect(offers(filled('denominator', null).put(A, 'numerator', 46304, { format: 'date' }))).toEqual({ 'count-is-a-date': both });
  expect(offers(filled('denominator', null).put(A, 'numerator', '9/10'))).toEqual({ 'count-not-a-number': both });
  expect(offers(filled('numerator', null).put(A, 'denominator', '9 / 10'))).toEqual({ 'count-not-a-number': both });
});

test.each([
  ['the other figure is another one', filled('numerator', '9/10')],
  ['the part would be above the whole', filled('denominator', null).put(A, 'numerator', '10/9')],
  ['the whole would be zero', filled('denominator', null).put(A, 'numerator', '0/0')],
  [
    'the day is the first of a month: it may have been a month and a year',
    filled('denominator', null).put(A, 'numerator', 46266, { format: 'date' }),
  ],
  ['a figure of the fraction is raised', filled('denominator', null).put(A, 'numerator', '9²/10')],
  ['a part of the fraction is struck out', filled('denominator', null).put(A, 'numerator', '9/10', { mixed: true })],
  ['the text is no fraction', filled('denominator', null).put(A, 'numerator', '9/10/26')],
  ['the count is a share of which no whole number comes', filled('numerator', 0.955, { format: 'percent' })],
  ['the whole is a share', filled('denominator', 0.95, { format: 'percent' })],
  ['the count is no whole number', filled('numerator', 12.5)],
  ['a figure is missing', filled('denominator', null)],
  ['the cell shows an error', filled('numerator', null, { error: '#REF!' })],
  ['the formula has no result yet', filled('numerator', null, { formula: true })],
])('nothing is guessed where %s', (_, form) => {
  expect(form.found()).not.toEqual([]);
  expect(offers(form)).toEqual({});
});

test('a part above its whole, and a rate in place of a part, are asked about: a click answers', () => {
  expect(offers(filled('numerator', 120))).toEqual({
    'part-within-whole': [['Đổi chỗ tử số, mẫu số (thành 100/120)?', { [numerator]: [100, 'plain'], [denominator]: [120, 'plain'] }]],
  });
  expect(offers(filled('numerator', 0.95, { format: 'percent' }))).toEqual({
    'count-is-a-percent': [['95% của 100 là 95? Nhập tử số 95', { [numerator]: [95, 'plain'] }]],
  });
});

test('a part and its whole are not offered where the other cell is hidden in a merged one', () => {
  const form = filled('denominator', null).put(A, 'numerator', '9/10');
  const [top, left] = [form.rows.get(row(A)) ?? 0, form.column(A, 'numerator')];
  form.merges.push({ top, left, bottom: top, right: left + 1 });
  expect(offers(form)).toEqual({});
});

test('a word that is not in the list is offered all that are, the one with the same letters first', () => {
  const words = (form: AForm) => (offers(form)['word-unknown'] as [string, Changed][]).map(([offer]) => offer);
  expect(words(task('status', 'Xong'))).toEqual([
    'Chọn “Chưa triển khai”',
    'Chọn “Đang thực hiện”',
    'Chọn “Hoàn thành”',
    'Chọn “Chờ hướng dẫn”',
    'Chọn “Không liên quan”',
  ]);
  expect(words(task('status', 'hoan  thanh'))[0]).toBe('Chọn “Hoàn thành”');
  expect(words(task('status', 'DANG THUC HIEN'))[0]).toBe('Chọn “Đang thực hiện”');
  expect(words(filled('state', 'Co so lieu'))).toEqual(['Chọn “Có số liệu”', 'Chọn “Không phát sinh”', 'Chọn “Chưa có số liệu”']);
});

test('a missing status is chosen from the list, a missing answer is yes or no', () => {
  expect((offers(task('status', null))['status-needed'] as unknown[]).length).toBe(5);
  const answer = 'PL1.II.1.3';
  expect(offers(aForm(answering, '2028').filled().put(answer, 'value', null))).toEqual({
    'figure-needed': [
      ['Chọn “Có”', { [cellOf(answer, 'value')]: ['Có', 'plain'] }],
      ['Chọn “Không”', { [cellOf(answer, 'value')]: ['Không', 'plain'] }],
    ],
  });
});

test('progress as text, as a share without its sign, or a hundredfold becomes a percentage', () => {
  const percent = cellOf(TASK, 'percent');
  expect(offers(task('percent', '40%'))).toEqual({ 'progress-as-text': [['Đổi thành 40%', { [percent]: [0.4, 'percent'] }]] });
  expect(offers(task('percent', '28,9 %'))).toEqual({ 'progress-as-text': [['Đổi thành 28,9%', { [percent]: [0.289, 'percent'] }]] });
  const either = [
    ['Đổi thành 40%', { [percent]: [0.4, 'percent'] }],
    ['Đổi thành 0,4%', { [percent]: [0.004, 'percent'] }],
  ];
  expect(offers(task('percent', 0.4))).toEqual({ 'progress-part-or-percent': either });
  expect(offers(task('percent', '0,4'))).toEqual({ 'progress-not-a-number': either });
  expect(offers(task('percent', '12,5'))).toEqual({ 'progress-not-a-number': [['Đổi thành 12,5%', { [percent]: [0.125, 'percent'] }]] });
  expect(offers(task('percent', 40, { format: 'percent' }))).toEqual({
    'progress-above-whole': [['Đổi thành 40%', { [percent]: [0.4, 'percent'] }]],
  });
  expect(offers(task('percent', 4000))).toEqual({});
  expect(offers(task('percent', 'gần xong'))).toEqual({});
  expect(offers(task('percent', -0.4))).toEqual({});
});

test('a day as text or as a bare number becomes a real date', () => {
  const day = cellOf(TASK, 'issuedOn');
  const fix = [['Đổi thành ngày 05/11/2026', { [day]: [46331, 'date'] }]];
  expect(offers(task('issuedOn', '5/11/2026'))).toEqual({ 'date-as-text': fix });
  expect(offers(task('issuedOn', 'ngày 5 tháng 11 năm 2026'))).toEqual({ 'date-as-text': fix });
  expect(offers(task('issuedOn', 46331))).toEqual({ 'date-as-number': fix });
  expect(offers(task('issuedOn', '11/2026'))).toEqual({});
});

test('a formula becomes its value, shown as before', () => {
  expect(offers(filled('denominator', 189.99999999999997, { formula: true }))).toEqual({
    formula: [['Bỏ công thức, giữ giá trị “190”', { [denominator]: [190, 'plain'] }]],
  });
  expect(offers(task('percent', 0.4, { formula: true, format: 'percent' }))).toEqual({
    formula: [['Bỏ công thức, giữ giá trị “40%”', { [cellOf(TASK, 'percent')]: [0.4, 'percent'] }]],
  });
});

test('a level written with its word becomes its number', () => {
  const level = cellOf(LEVEL, 'value');
  const form = (value: string) => aForm(stating, '2028').filled().put(LEVEL, 'value', value);
  expect(offers(form('Cấp độ 3'))).toEqual({ 'level-unknown': [['Đổi thành số 3', { [level]: [3, 'plain'] }]] });
  expect(offers(form('Cấp độ 6'))).toEqual({});
  expect(offers(form('dưới 4'))).toEqual({});
});

test('a state that does not go with its figures is fixed, or the figures are cleared', () => {
  const cleared = ['Xóa số liệu của dòng này', { [numerator]: [null, 'plain'], [denominator]: [null, 'plain'] }];
  const stated = ['Chọn “Có số liệu”', { [state]: ['Có số liệu', 'plain'] }];
  expect(offers(filled('state', 'Không phát sinh'))).toEqual({ 'nothing-arose-with-figure': [stated, cleared] });
  expect(offers(filled('state', 'Chưa có số liệu').put(A, 'explanation', 'chưa tổng hợp'))).toEqual({
    'no-figure-with-figure': [stated, cleared],
  });
});

test('"nothing arose" is offered where no figure but zero stands', () => {
  const nothing = [['Chọn “Không phát sinh”', { [state]: ['Không phát sinh', 'plain'] }]];
  expect(offers(aForm().filled().figures(A, 0, 0))).toEqual({ 'whole-not-zero': nothing });
  expect(offers(aForm().filled().figures(A, 0, null))).toEqual({ 'both-counts': nothing });
  expect(offers(aForm().filled().figures(A, null, null))).toEqual({ 'figure-needed': nothing });
  expect(offers(aForm().filled().figures(A, 9, 0))).toEqual({});
});

test('progress that does not fit its status leaves the progress alone', () => {
  expect(offers(task('status', 'Hoàn thành').put(TASK, 'document', '12/BC-UBND'))).toEqual({
    'progress-fits-status': [['Chọn “Đang thực hiện”', { [cellOf(TASK, 'status')]: ['Đang thực hiện', 'plain'] }]],
  });
});

test('each fix taken leaves its finding behind, and brings no other', () => {
  const wrong = [
    filled('denominator', '1.234'),
    filled('denominator', null).put(A, 'numerator', '9/10'),
    task('status', 'hoan thanh').put(TASK, 'percent', 1, { format: 'percent' }).put(TASK, 'document', '12/BC-UBND'),
    task('percent', 0.4),
    task('issuedOn', '5/11/2026'),
    filled('numerator', 90, { formula: true }),
    filled('state', 'Không phát sinh'),
    aForm().filled().figures(A, 0, 0),
  ];
  for (const form of wrong) {
    const reading = form.read();
    const [first] = reading.findings.flatMap((finding) => fixesOf(finding, { workbook: form.workbook(), reading }));
    for (const { sheet, cell, value, format } of first!.changes)
      form.at(sheet, Number(/\d+/.exec(cell)), cell.charCodeAt(0) - 64, value, { format });
    expect(form.found()).toEqual([]);
  }
});

test('marks say what was fixed and what is left, hints apart', () => {
  const form = filled('denominator', '1.234').put(A, 'numerator', 2000);
  const reading = form.read();
  const [fix] = fixesOf(reading.findings[0]!, { workbook: form.workbook(), reading });
  const before = form.workbook();
  form.put(A, 'denominator', 1234);
  expect(marksOf(fix!.changes, before, form.read().findings)).toEqual([
    { sheet: 'Phụ lục I', cell: denominator, kind: 'fixed', text: 'Đã sửa: trước là “1.234”.' },
    {
      sheet: 'Phụ lục I',
      cell: numerator,
      kind: 'error',
      text: 'Lỗi: Tử số (2.000) lớn hơn mẫu số (1.234). Kiểm tra lại hai số này.',
    },
  ]);
});
