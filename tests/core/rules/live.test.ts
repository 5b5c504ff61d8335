import { COUNTS_SHAPE } from '../../../core/figures/counts-shape.ts';
import { STATEMENT } from '../../../core/figures/statement.ts';
import { checkText } from '../../../core/form/check-formula.ts';
import { errorValueText } from '../../../core/form/check-list.ts';
import { type LiveChecks, STEPS } from '../../../core/form/live-check.ts';
import { rowInputs } from '../../../core/form/row-inputs.ts';
import type { RowShape } from '../../../core/form/row-shape.ts';
import type { RowValues } from '../../../core/form/row-values.ts';
import { OPTIONAL_TASK, SHARED_TASK, SOLE_TASK } from '../../../core/form/task-shapes.ts';
import { rowLeftBlank } from '../../../core/rules/row-left-blank.ts';
import { RULES } from '../../../core/rules/rules.ts';
import { SHAPES } from '../../templates/form/check-cases.ts';

const ALL = [...Object.values(SHAPES), STATEMENT.of({}).shape];
const STEP_NAMES: readonly string[] = STEPS.flatMap(({ steps }) => steps);

const spoken = (live: LiveChecks | null, shape: RowShape): string[] =>
  typeof live === 'function' ? live(shape, rowInputs(shape)).map(({ says }) => says) : [];

test.each(RULES)('what $id says in the form is an error or a warning at a step that is taken', ({ live }) => {
  const checks = typeof live === 'function' ? ALL.flatMap((shape) => live(shape, rowInputs(shape))) : [];
  for (const { at, says } of checks) {
    expect(STEP_NAMES).toContain(at);
    expect(says).toMatch(/^[✕▲] \p{Lu}|^✕ “/u);
  }
});

test('of these rules the form says in the words of the row that a cell cannot be read', () => {
  expect(RULES.flatMap(({ id, live }) => (live === 'unread-cell' ? [id] : []))).toEqual([
    'count-as-text',
    'count-not-a-number',
    'count-negative',
    'count-fractional',
    'number-as-text',
    'number-not-read',
    'word-unknown',
    'level-unknown',
    'progress-as-text',
    'progress-not-a-number',
    'progress-negative',
    'progress-part-or-percent',
    'progress-above-whole',
    'date-as-text',
    'date-not-read',
  ]);
});

test('only a row that is owed is called not reported as long as nobody touches it', () => {
  const untouched = (shape: RowShape) => spoken(rowLeftBlank.live, shape).includes('▲ Chưa báo cáo.');
  expect([SHARED_TASK, SOLE_TASK, OPTIONAL_TASK, COUNTS_SHAPE].map(untouched)).toEqual([true, true, false, true]);
});

test('a row with an error value is told so', () => {
  expect(errorValueText()).toBe('✕ Có ô báo lỗi: nhập lại giá trị.');
});

test.each<[string, RowValues, string]>([
  ['done, and nothing else', { value: 'Có' }, '✕ Chọn Có: ghi Ngày hoàn thành.'],
  ['done on a day', { value: 'Có', on: new Date('2026-11-05') }, '▲ Chọn Có: nêu văn bản ở Tài liệu kiểm chứng.'],
  ['done on a day by a document', { value: 'Có', on: new Date('2026-11-05'), evidence: '12/QĐ-UBND' }, '✓'],
  ['not done', { value: 'Không' }, '✓'],
])('a statement that is %s is told “%s”', (_, values, wanted) => {
  expect(checkText(STATEMENT.of({}).shape, { state: 'Có số liệu', ...values })).toBe(wanted);
});
