import type { IndicatorCell, Pace, TaskVerdict, Verdict } from '../matrix.ts';
import type { TableKind } from '../tables/table-kind.ts';
import { STATE_WORDS } from '../words.ts';

/** Words on screen and in the appendix tables; the sign before each tells the states apart without colour. */
export const VERDICT_WORDS = {
  met: 'Đạt',
  below: 'Chưa đạt, còn hạn',
  missed: 'Không đạt',
  'not-reported': 'Chưa báo cáo',
  'nothing-arose': 'Không phát sinh',
  'not-due': 'Chưa đến kỳ',
} as const satisfies Record<Verdict, string>;

export const VERDICT_SIGNS = {
  met: '✓',
  below: '▲',
  missed: '✕',
  'not-reported': '○',
  'nothing-arose': '–',
  'not-due': '–',
} as const satisfies Record<Verdict, string>;

export const PACE_WORDS = {
  achieved: 'Đã đạt mục tiêu',
  'on-track': 'Đúng tiến độ',
  accelerate: 'Cần tăng tốc',
  slow: 'Chậm tiến độ',
  backward: 'Đi lùi',
  maintain: 'Giữ vững',
  'no-basis': 'Chưa có số liệu gốc',
  'too-early': 'Chưa đủ thời gian để đánh giá',
} as const satisfies Record<Pace, string>;

export const TASK_WORDS = {
  done: 'Hoàn thành',
  'done-this-year': 'Hoàn thành trong năm',
  'in-progress': 'Đang thực hiện',
  late: 'Quá hạn',
  'awaiting-guidance': 'Chờ hướng dẫn',
  'not-started': 'Chưa triển khai',
  'not-reported': 'Chưa báo cáo',
  'not-relevant': 'Không liên quan',
  'not-due': VERDICT_WORDS['not-due'],
} as const satisfies Record<TaskVerdict, string>;

export const TASK_SIGNS = {
  done: '✓',
  'done-this-year': '✓',
  'in-progress': '◐',
  late: '✕',
  'awaiting-guidance': '…',
  'not-started': '○',
  'not-reported': '○',
  'not-relevant': '–',
  'not-due': VERDICT_SIGNS['not-due'],
} as const satisfies Record<TaskVerdict, string>;

export const CELL_STATE_WORDS = { ...STATE_WORDS, 'not-reported': 'Chưa báo cáo' } as const satisfies Record<
  IndicatorCell['state'],
  string
>;

/** What the rows of each kind of tables are called. */
export const TABLE_WORDS: Readonly<Record<TableKind, string>> = { indicators: 'chỉ tiêu', tasks: 'nhiệm vụ' };
