import { inputFields } from '../tables/inputs.ts';
import { LEVELS, NO, YES } from '../words.ts';
import { above, blank, type Condition, filled, noCount, noDigitOf, noNumber, noPart, notZero, saysNoneOf, zero } from './condition.ts';
import type { RowShape } from './row-shape.ts';
import { doneWithoutProduct, noFigure, nothingArose, notRelevantWithoutReason, otherState, otherStatus } from './states.ts';

/**
 * What "Kiểm tra" says when a condition holds: a sentence (errors begin with ✕, warnings with ▲), or further checks that then
 * decide alone. The first condition that holds speaks.
 */
export type Check = readonly [Condition, string | readonly Check[]];

/** What it says when nothing is wrong. */
export const RIGHT = '✓';
/** What it says when a cell of the row shows `#N/A`, `#REF!` or the like. */
export const CELL_ERROR = '✕ Có ô báo lỗi: nhập lại giá trị.';

const NOT_REPORTED = '▲ Chưa báo cáo.';
const OTHER_WORD = '✕ Tình trạng: chọn một mục trong danh sách.';
const REASON = '✕ Nêu lý do chưa có số liệu ở cột Giải trình.';

const COUNTS: readonly Check[] = [
  [blank(...inputFields('counts')), NOT_REPORTED],
  [otherState, OTHER_WORD],
  [noCount('numerator'), '✕ Tử số phải là số nguyên, không âm.'],
  [noCount('denominator'), '✕ Mẫu số phải là số nguyên, không âm.'],
  [
    noFigure,
    [
      [filled('numerator', 'denominator'), '✕ “Chưa có số liệu” thì để trống Tử số, Mẫu số.'],
      [blank('explanation'), REASON],
    ],
  ],
  [nothingArose, [[notZero('numerator', 'denominator'), '✕ “Không phát sinh” thì để trống Tử số, Mẫu số.']]],
  [
    blank('numerator', 'denominator'),
    [
      [blank('state'), '▲ Chưa báo cáo: chọn Tình trạng, nhập số liệu.'],
      [filled('state'), '✕ Nhập Tử số và Mẫu số.'],
    ],
  ],
  [blank('denominator'), '✕ Có Tử số, chưa có Mẫu số.'],
  [blank('numerator'), '✕ Có Mẫu số, chưa có Tử số.'],
  [zero('denominator'), '✕ Mẫu số bằng 0: chọn “Không phát sinh”.'],
  [above('numerator', 'denominator'), '✕ Tử số lớn hơn Mẫu số.'],
];

const choice = (shape: 'answer' | 'level', unknown: Condition, ask: string): readonly Check[] => [
  [blank(...inputFields(shape)), NOT_REPORTED],
  [otherState, OTHER_WORD],
  [unknown, ask],
  [
    noFigure,
    [
      [filled('value'), '✕ “Chưa có số liệu” thì để trống Giá trị.'],
      [blank('explanation'), REASON],
    ],
  ],
  [nothingArose, [[filled('value'), '✕ “Không phát sinh” thì để trống Giá trị.']]],
  [
    blank('value'),
    [
      [blank('state'), '▲ Chưa báo cáo: chọn Tình trạng, Giá trị.'],
      [filled('state'), ask],
    ],
  ],
];

const task = (shape: 'task' | 'sole-task' | 'optional-task', untouched: string, more: readonly Check[] = []): readonly Check[] => [
  [blank(...inputFields(shape)), untouched],
  [otherStatus, OTHER_WORD],
  [
    blank('status'),
    [
      [filled(...inputFields(shape, 'answer')), '✕ Chọn Tình trạng của nhiệm vụ.'],
      [filled(...inputFields(shape, 'reason', 'remark')), '▲ Chưa báo cáo: chọn Tình trạng.'],
    ],
  ],
  [noPart('percent'), '✕ Tiến độ phải là số từ 0% đến 100%.'],
  [noNumber('issuedOn'), '✕ Ngày ban hành phải là ngày, ví dụ 05/11/2026.'],
  [doneWithoutProduct, '▲ Hoàn thành: ghi số, ký hiệu văn bản hoặc liên kết.'],
  ...more,
];

/** The checks of each kind of row, in the order in which they speak (contract, "Reading a workbook"). */
export const CHECKS: Readonly<Record<RowShape, readonly Check[]>> = {
  counts: COUNTS,
  answer: choice('answer', saysNoneOf('value', [YES, NO]), '✕ Giá trị: chọn Có hoặc Không.'),
  level: choice('level', noDigitOf('value', LEVELS.join('')), '✕ Giá trị: chọn cấp độ từ 1 đến 5.'),
  task: task('task', NOT_REPORTED),
  // who alone leads a task is hardly not concerned
  'sole-task': task('sole-task', NOT_REPORTED, [[notRelevantWithoutReason, '▲ Chủ trì mà không liên quan: ghi lý do ở Ghi chú.']]),
  // a task that concerns the agency only perhaps is no debt until the agency says something of it
  'optional-task': task('optional-task', ''),
};
