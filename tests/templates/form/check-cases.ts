import { ANSWER } from '../../../core/figures/answer.ts';
import { COUNTS_SHAPE } from '../../../core/figures/counts-shape.ts';
import { LEVEL } from '../../../core/figures/level.ts';
import type { RowValues } from '../../../core/form/row-values.ts';
import { OPTIONAL_TASK, SHARED_TASK, SOLE_TASK } from '../../../core/form/task-shapes.ts';
import { Indicator, type Plan, type RowId, Task } from '../../../core/plan/plan.ts';
import type { FormValues } from '../../../templates/form/form-values.ts';
import { plan } from './a-built-form.ts';

/** Every way in which a row is filled. */
export const SHAPES = {
  counts: COUNTS_SHAPE,
  answer: ANSWER.of({}).shape,
  level: LEVEL.of({}).shape,
  task: SHARED_TASK,
  'sole-task': SOLE_TASK,
  'optional-task': OPTIONAL_TASK,
} as const;
export type ShapeName = keyof typeof SHAPES;

/** One row as an agency fills it, and how "Kiểm tra" must begin: ✕ error, ▲ warning, ✓ right, nothing where nothing is owed. */
export interface CheckCase {
  readonly title: string;
  readonly shape: ShapeName;
  readonly values: RowValues;
  readonly sign: '✕' | '▲' | '✓' | '';
  /** Where form and reader part ways on purpose: the reader takes what the form asks to be typed anew. */
  readonly readerTakesIt?: true;
}

const [R, N, F] = ['Có số liệu', 'Không phát sinh', 'Chưa có số liệu'];
const [DONE, DOING] = ['Hoàn thành', 'Đang thực hiện'];
const day = new Date('2026-11-05T00:00:00Z');

const of =
  (shape: ShapeName) =>
  (sign: CheckCase['sign'], title: string, values: RowValues, more: Partial<CheckCase> = {}): CheckCase => ({
    title,
    shape,
    values,
    sign,
    ...more,
  });
const [counts, answer, level, task] = [of('counts'), of('answer'), of('level'), of('task')];
const [sole, optional] = [of('sole-task'), of('optional-task')];

export const CASES: readonly CheckCase[] = [
  counts('▲', 'blank', {}),
  counts('▲', 'only blanks', { state: ' ', explanation: '  ' }),
  counts('▲', 'an explanation alone', { explanation: 'Đang rà soát' }),
  counts('▲', 'evidence alone', { evidence: '12/BC-STC' }),
  counts('✓', 'two counts with the state', { state: R, numerator: 950, denominator: 1000 }),
  counts('✓', 'two counts without the state', { numerator: 950, denominator: 1000 }),
  counts('✓', 'zero of twelve', { state: R, numerator: 0, denominator: 12 }),
  counts('✓', 'a third', { numerator: 1, denominator: 3 }),
  counts('✓', 'all of them', { numerator: 12, denominator: 12 }),
  counts('✓', 'the state in other case and with a blank', { state: 'có số liệu ', numerator: 1, denominator: 2 }),
  counts('✓', 'a number that is whole to fifteen digits', { numerator: 189.99999999999997, denominator: 200 }),
  counts('✕', 'state without figures', { state: R }),
  counts('✕', 'numerator missing', { state: R, denominator: 100 }),
  counts('✕', 'denominator missing', { numerator: 100 }),
  counts('✕', 'numerator above denominator', { numerator: 120, denominator: 100 }),
  counts('✕', 'denominator zero', { state: R, numerator: 0, denominator: 0 }),
  counts('✕', 'denominator zero without the state', { numerator: 0, denominator: 0 }),
  counts('✕', 'negative numerator', { numerator: -1, denominator: 5 }),
  counts('✕', 'fractional denominator', { numerator: 1, denominator: 5.5 }),
  counts('✕', 'text in a count', { numerator: 'khoảng 95', denominator: 100 }),
  counts('✕', 'a number as text', { numerator: '12', denominator: 100 }, { readerTakesIt: true }),
  counts('✕', 'an unknown word as state', { state: 'Xong', numerator: 1, denominator: 2 }),
  counts('✓', 'nothing arose', { state: N }),
  counts('✓', 'nothing arose with zeros', { state: N, numerator: 0, denominator: 0 }),
  counts('✕', 'nothing arose with a figure', { state: N, denominator: 3 }),
  counts('✓', 'no figure, with the reason', { state: F, explanation: 'Hệ thống đang nâng cấp' }),
  counts('✕', 'no figure, without the reason', { state: F }),
  counts('✕', 'no figure, yet a figure', { state: F, numerator: 0, explanation: 'x' }),
  answer('▲', 'blank', {}),
  answer('✓', 'yes', { state: R, value: 'Có' }),
  answer('✓', 'no, without the state', { value: 'không' }),
  answer('✕', 'state without an answer', { state: R }),
  answer('✕', 'another word', { value: 'Đạt' }),
  answer('✕', 'an unknown word as state', { state: 'Xong', value: 'Có' }),
  answer('▲', 'an explanation alone', { explanation: 'x' }),
  answer('✓', 'nothing arose', { state: N }),
  answer('✕', 'nothing arose with an answer', { state: N, value: 'Không' }),
  answer('✕', 'no figure, without the reason', { state: F }),
  answer('✕', 'no figure, yet an answer', { state: F, value: 'Có', explanation: 'x' }),
  answer('✓', 'no figure, with the reason', { state: F, explanation: 'x' }),
  level('▲', 'blank', {}),
  level('✓', 'a level', { state: R, value: 3 }),
  level('✓', 'a level as text', { value: '3' }),
  level('✕', 'a level out of range', { value: 6 }),
  level('✕', 'half a level', { value: 2.5 }),
  level('✕', 'a word', { state: R, value: 'ba' }),
  level('✕', 'state without a level', { state: R }),
  level('✕', 'no figure, without the reason', { state: F }),
  level('✕', 'no figure, yet a level', { state: F, value: 2, explanation: 'x' }),
  level('✕', 'nothing arose with a level', { state: N, value: 2 }),
  level('✕', 'an unknown word as state', { state: 'Xong', value: 2 }),
  level('▲', 'an explanation alone', { explanation: 'x' }),
  task('▲', 'blank', {}),
  task('▲', 'a note alone', { note: 'Đang chờ' }),
  task('✕', 'progress without status', { percent: 0.4 }),
  task('✕', 'a document without status', { document: '12/KH-UBND' }),
  task('✕', 'a date without status', { issuedOn: day }),
  task('✓', 'in progress', { status: DOING, percent: 0.4 }),
  task('✓', 'progress of zero and of one', { status: DOING, percent: 0 }),
  task('✕', 'progress above the whole', { status: DOING, percent: 40 }),
  task('✕', 'negative progress', { status: DOING, percent: -0.1 }),
  task('✕', 'progress as a word', { status: DOING, percent: 'một nửa' }),
  task('✕', 'another status', { status: 'Đang làm' }),
  task('✓', 'done with a document', { status: DONE, percent: 1, document: '12/KH-UBND', issuedOn: day }),
  task('✓', 'done with a link', { status: DONE, summary: 'https://quangngai.gov.vn/12' }),
  task('▲', 'done with nothing to show', { status: DONE, percent: 1 }),
  task('▲', 'done with a summary that is no link', { status: DONE, summary: 'Kế hoạch triển khai' }),
  task('✕', 'a date that is a text', { status: DOING, issuedOn: 'tháng 11' }),
  task('✕', 'a date typed as text', { status: DOING, issuedOn: '05/11/2026' }, { readerTakesIt: true }),
  task('✓', 'not relevant', { status: 'Không liên quan' }),
  sole('▲', 'blank', {}),
  sole('▲', 'a note alone', { note: 'Đang chờ' }),
  sole('✓', 'in progress', { status: DOING, percent: 0.4 }),
  sole('▲', 'done with nothing to show', { status: DONE }),
  sole('✕', 'another status', { status: 'Đang làm' }),
  sole('✕', 'progress without status', { percent: 0.4 }),
  sole('✕', 'progress above the whole', { status: DOING, percent: 40 }),
  sole('✕', 'a date that is a text', { status: DOING, issuedOn: 'tháng 11' }),
  sole('▲', 'not relevant, without the reason', { status: 'Không liên quan' }),
  sole('✓', 'not relevant, with the reason', { status: 'Không liên quan', note: 'Đã chuyển cho Sở Nội vụ' }),
  optional('', 'blank', {}),
  optional('✕', 'progress without status', { percent: 0.4 }),
  optional('▲', 'a note alone', { note: 'Đang chờ' }),
  optional('✓', 'in progress', { status: DOING }),
  optional('▲', 'done with nothing to show', { status: DONE }),
  optional('✕', 'another status', { status: 'Đang làm' }),
  optional('✕', 'progress above the whole', { status: DOING, percent: 40 }),
  optional('✕', 'a date that is a text', { status: DOING, issuedOn: 'tháng 11' }),
];

const MODELS = {
  counts: 'PL1.I.1.3',
  answer: 'PL1.II.2.3',
  level: 'PL1.I.2.5',
  task: 'PL2.I.1',
  'sole-task': 'PL2.I.1',
  'optional-task': 'PL2.I.1',
} as const;
/** Who leads a task of each kind: the department with another, alone, or perhaps. */
const LEADS = {
  task: { leads: ['STC', 'SNV'] },
  'sole-task': { leads: ['STC'], optionalLeads: [] },
  'optional-task': { leads: ['SNV'], optionalLeads: ['STC'] },
} as const;
const modelOf = <T extends { id: RowId }>(rows: readonly T[], shape: ShapeName): T => rows.find(({ id }) => id === MODELS[shape])!;

/** A row of a plan that is there for it alone. */
export interface TypedRow {
  readonly shape: ShapeName;
  readonly values: RowValues;
}

/** A plan with one row for each of these, all of them owed by the department of finance, and those rows filled. */
export function planOfRows<Row extends TypedRow>(
  typed: readonly Row[],
): { readonly of: Plan; readonly values: FormValues; readonly rows: readonly (Row & { readonly id: RowId })[] } {
  const rows = typed.map((one, k) => ({ ...one, id: `PL${one.shape.endsWith('task') ? 2 : 1}.T.${k + 1}` as RowId }));
  const phase = plan.phases[0]!;
  const group = plan.groups[0]!;
  const indicators = rows
    .filter(({ shape }) => !shape.endsWith('task'))
    .map(({ id, shape }) =>
      Indicator.parse({ ...modelOf(plan.indicators, shape), id, phase: phase.id, group: group.id, reporters: ['STC'] }),
    );
  const tasks = rows
    .filter(({ shape }) => shape.endsWith('task'))
    .map(({ id, shape }) =>
      Task.parse({
        ...modelOf(plan.tasks, shape),
        id,
        ...LEADS[shape as keyof typeof LEADS],
      }),
    );
  return { of: { ...plan, indicators, tasks }, values: new Map(rows.map(({ id, values }) => [id, values])), rows };
}
