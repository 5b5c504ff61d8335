import { checkText } from '../../../core/form/check-formula.ts';
import { CASES, SHAPES } from '../../templates/form/check-cases.ts';

/** The rows of the table of cases of which `Kiểm tra` says this: "counts: a third". */
const rowsOf = (text: string): string[] =>
  CASES.flatMap(({ shape, title, values }) => (checkText(SHAPES[shape], values) === text ? [`${shape}: ${title}`] : []));

test.each<[string, readonly string[]]>([
  ['▲ Chưa báo cáo.', ['counts: blank', 'counts: only blanks', 'answer: blank', 'level: blank', 'task: blank', 'sole-task: blank']],
  ['▲ Chưa báo cáo: chọn Tình trạng, nhập số liệu.', ['counts: an explanation alone', 'counts: evidence alone']],
  ['✕ Nhập Tử số và Mẫu số.', ['counts: state without figures']],
  ['✕ Có Mẫu số, chưa có Tử số.', ['counts: numerator missing']],
  ['✕ Có Tử số, chưa có Mẫu số.', ['counts: denominator missing']],
  ['✕ Tử số lớn hơn Mẫu số.', ['counts: numerator above denominator']],
  ['✕ Mẫu số bằng 0: chọn “Không phát sinh”.', ['counts: denominator zero', 'counts: denominator zero without the state']],
  ['✕ Tử số phải là số nguyên, không âm.', ['counts: negative numerator', 'counts: text in a count', 'counts: a number as text']],
  ['✕ Mẫu số phải là số nguyên, không âm.', ['counts: fractional denominator']],
  [
    '✕ Tình trạng: chọn một mục trong danh sách.',
    [
      'counts: an unknown word as state',
      'answer: an unknown word as state',
      'level: an unknown word as state',
      'task: another status',
      'sole-task: another status',
      'optional-task: another status',
    ],
  ],
  ['✕ “Không phát sinh” thì để trống Tử số, Mẫu số.', ['counts: nothing arose with a figure']],
  [
    '✕ Nêu lý do chưa có số liệu ở cột Giải trình.',
    ['counts: no figure, without the reason', 'answer: no figure, without the reason', 'level: no figure, without the reason'],
  ],
  ['✕ “Chưa có số liệu” thì để trống Tử số, Mẫu số.', ['counts: no figure, yet a figure']],
  ['✕ Giá trị: chọn Có hoặc Không.', ['answer: state without an answer', 'answer: another word']],
  ['▲ Chưa báo cáo: chọn Tình trạng, Giá trị.', ['answer: an explanation alone', 'level: an explanation alone']],
  ['✕ “Không phát sinh” thì để trống Giá trị.', ['answer: nothing arose with an answer', 'level: nothing arose with a level']],
  ['✕ “Chưa có số liệu” thì để trống Giá trị.', ['answer: no figure, yet an answer', 'level: no figure, yet a level']],
  [
    '✕ Giá trị: chọn cấp độ từ 1 đến 5.',
    ['level: a level out of range', 'level: half a level', 'level: a word', 'level: state without a level'],
  ],
  ['▲ Chưa báo cáo: chọn Tình trạng.', ['task: a note alone', 'sole-task: a note alone', 'optional-task: a note alone']],
  [
    '✕ Chọn Tình trạng của nhiệm vụ.',
    [
      'task: progress without status',
      'task: a document without status',
      'task: a date without status',
      'sole-task: progress without status',
      'optional-task: progress without status',
    ],
  ],
  [
    '✕ Tiến độ phải là số từ 0% đến 100%.',
    [
      'task: progress above the whole',
      'task: negative progress',
      'task: progress as a word',
      'sole-task: progress above the whole',
      'optional-task: progress above the whole',
    ],
  ],
  [
    '▲ Hoàn thành: ghi số, ký hiệu văn bản hoặc liên kết.',
    [
      'task: done with nothing to show',
      'task: done with a summary that is no link',
      'sole-task: done with nothing to show',
      'optional-task: done with nothing to show',
    ],
  ],
  [
    '✕ Ngày ban hành phải là ngày, ví dụ 05/11/2026.',
    [
      'task: a date that is a text',
      'task: a date typed as text',
      'sole-task: a date that is a text',
      'optional-task: a date that is a text',
    ],
  ],
  ['▲ Chủ trì mà không liên quan: ghi lý do ở Ghi chú.', ['sole-task: not relevant, without the reason']],
])('Kiểm tra says “%s” of the rows that it fits, and of no other', (text, rows) => {
  expect(rowsOf(text)).toEqual(rows);
});

test('what Kiểm tra says of a row begins with the sign that its case is known for', () => {
  for (const { shape, title, values, sign } of CASES)
    expect([shape, title, checkText(SHAPES[shape], values).slice(0, 1)]).toEqual([shape, title, sign]);
});
