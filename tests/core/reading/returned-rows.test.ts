import { remarkMarks } from '../../../core/reading/remark-marks.ts';
import { unansweredRemarks } from '../../../core/reading/unanswered-remarks.ts';
import type { Report } from '../../../core/report.ts';
import { aForm, plan, row } from '../../support/a-form.ts';

const [A, B, T] = ['PL1.I.1.3', 'PL1.I.2.1', 'PL2.II.1'].map(row) as [
  ReturnType<typeof row>,
  ReturnType<typeof row>,
  ReturnType<typeof row>,
];
const { places } = aForm().filled().read();
const text = (said: string) => ({ text: said });

test('a remark stands as a warning where the answer of its row begins, in the order of the plan', () => {
  const { cellOf } = aForm();
  expect(remarkMarks({ remarks: { [T]: text('Thiếu văn bản'), [A]: text('Xem lại mẫu số') } }, places, plan)).toEqual([
    { sheet: 'Phụ lục I', cell: cellOf(A, 'state'), kind: 'warning', text: 'Ý kiến khi trả lại: Xem lại mẫu số' },
    { sheet: 'Phụ lục II', cell: cellOf(T, 'status'), kind: 'warning', text: 'Ý kiến khi trả lại: Thiếu văn bản' },
  ]);
});

test('without that column a remark stands at the Mã, without a Mã in the first cell; without the row nowhere', () => {
  const at = (columns: object) => remarkMarks({ remarks: { [A]: text('?') } }, new Map([[A, { sheet: 'Biểu', row: 7, columns }]]), plan);
  expect([at({ id: 3 }), at({}), at({ id: 3, state: 4 })].flat().map(({ cell }) => cell)).toEqual(['C7', 'A7', 'D7']);
  expect(remarkMarks({ remarks: { [A]: text('?') } }, new Map(), plan)).toEqual([]);
  expect(remarkMarks({ remarks: {} }, places, plan)).toEqual([]);
});

test('a remark on the whole stands in the first cell of each sheet that has rows, behind those at rows', () => {
  const whole = { kind: 'warning', text: 'Ý kiến khi trả lại, về cả báo cáo: Số liệu tháng 10' };
  expect(remarkMarks({ remarks: { [T]: text('?') }, remark: text('Số liệu tháng 10') }, places, plan)).toEqual([
    expect.objectContaining({ sheet: 'Phụ lục II', text: 'Ý kiến khi trả lại: ?' }),
    { sheet: 'Phụ lục I', cell: 'A1', ...whole },
    { sheet: 'Phụ lục II', cell: 'A1', ...whole },
  ]);
});

const report = (numerator: number, explanation?: string): Report =>
  ({
    indicators: {
      [A]: { state: 'reported', numerator, denominator: 100, ...(explanation && { explanation }) },
      [B]: { state: 'nothing-arose' },
    },
    tasks: { [T]: { status: 'done' } },
  }) as unknown as Report;

test('of the rows with a remark those are unanswered that say word for word what they said', () => {
  const unanswered = (next: Report, remarks = { [A]: 'Xem lại\nmẫu số', [T]: 'Thiếu văn bản' }) =>
    unansweredRemarks({ report: report(90), remarks }, next).map(({ rule, row: at, facts }) => [rule, at, facts]);
  const [first, second] = [
    ['remark-unanswered', A, { remark: 'Xem lại mẫu số' }],
    ['remark-unanswered', T, { remark: 'Thiếu văn bản' }],
  ];
  expect(unanswered(report(90))).toEqual([first, second]);
  expect(unanswered(report(91))).toEqual([second]);
  expect(unanswered(report(90, 'Đã rà soát'))).toEqual([second]);
  expect(unanswered({ ...report(90), tasks: {} })).toEqual([first]);
});

test('a reason may answer where none stands yet; one that stands there is not written over', () => {
  const fieldOf = (said: Report) => unansweredRemarks({ report: said, remarks: { [A]: '?' } }, said).map(({ field }) => field);
  expect(fieldOf(report(90))).toEqual(['explanation']);
  expect(fieldOf(report(90, 'Đã rà soát'))).toEqual([null]);
  expect(fieldOf({ ...report(90), indicators: {} })).toEqual([null]);
});
