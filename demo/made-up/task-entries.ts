import type { Agency } from '../../core/plan/agency.ts';
import { type Obligations, owedBy } from '../../core/plan/obligations.ts';
import { yearOfPeriod } from '../../core/plan/period-parts.ts';
import type { RowId, Task } from '../../core/plan/plan.ts';
import type { TaskEntry } from '../../core/report.ts';
import { isLocal } from './agency-size.ts';
import { type Dice, diceOf } from './dice.ts';
import { productOf } from './product.ts';

/** Years in which tasks led by name are done; one that is not named here is done in its last year. */
const DONE_IN: Readonly<Record<string, number>> = {
  'PL2.I.2': 2027,
  'PL2.I.3': 2028,
  'PL2.I.7': 2026,
  'PL2.I.8': 2026,
  'PL2.I.10': 2027,
  'PL2.II.3': 2026,
  'PL2.II.4': 2028,
  'PL2.III.2': 2027,
  'PL2.V.1': 2026,
  'PL2.V.3': 2028,
  'PL2.VI.4': 2027,
  'PL2.VI.7': 2027,
};

/** The year in which the ministry's guidance comes. */
const GUIDANCE_IN: Readonly<Record<string, number>> = { 'PL2.I.5': 2027, 'PL2.I.6': 2028 };

const UNDER_WAY: readonly [string, ...string[]] = [
  'Đang lấy ý kiến các cơ quan, đơn vị liên quan đối với dự thảo.',
  'Đang thẩm định, dự kiến trình cấp có thẩm quyền trong tháng 12.',
  'Đang triển khai theo kế hoạch; khối lượng còn lại thực hiện trong quý I năm sau.',
  'Đã lựa chọn đơn vị tư vấn, đang hoàn thiện hồ sơ.',
  'Triển khai theo lộ trình; vướng kinh phí, đã đề nghị bổ sung dự toán.',
];

const NOT_YET: readonly [string, ...string[]] = [
  'Chưa bố trí được kinh phí trong năm, đề xuất thực hiện năm sau.',
  'Chờ hướng dẫn của cơ quan chủ trì cấp tỉnh để tổ chức thực hiện thống nhất.',
];

/** An agency's task entries of the period: every task that it must answer for, and a few of those it may call its own. */
export function taskEntries(obligations: Obligations, agency: Agency): ReadonlyMap<RowId, TaskEntry> {
  const { tasks, optionalTasks } = owedBy(obligations, agency.id);
  const year = yearOfPeriod(obligations.period);
  return new Map([
    ...tasks.map((task): [RowId, TaskEntry] => [task.id, entryOf(task, agency, year)]),
    ...optionalTasks.flatMap((task): [RowId, TaskEntry][] => {
      const dice = diceOf('optional', task.id, agency.id);
      if (dice.chance(0.15)) return [[task.id, entryOf(task, agency, year)]];
      return dice.chance(0.2) ? [[task.id, { status: 'not-relevant' }]] : [];
    }),
  ]);
}

function entryOf(task: Task, agency: Agency, year: number): TaskEntry {
  const dice = diceOf('task', task.id, agency.id, year);
  if (task.schedule.kind === 'conditional' && year < (GUIDANCE_IN[task.id] ?? year + 1)) {
    return { status: 'awaiting-guidance', note: 'Bộ Khoa học và Công nghệ chưa ban hành hướng dẫn.' };
  }
  if (task.schedule.kind !== 'by-date') {
    if (dice.chance(0.34)) return { status: 'done', percent: 100, ...productOf(dice, task, agency, year) };
    if (isLocal(agency) && dice.chance(0.06)) return { status: 'not-started', percent: 0, note: dice.pick(NOT_YET) };
    return underWay(dice);
  }
  const doneIn = doneYear(task, agency);
  if (year < doneIn) return underWay(dice);
  return { status: 'done', percent: 100, ...productOf(diceOf('product', task.id, agency.id), task, agency, doneIn) };
}

/** Each agency has its own year for a task that all of them lead: most in the year asked for, some later, a few much later. */
function doneYear(task: Task, agency: Agency): number {
  const named = DONE_IN[task.id];
  if (named !== undefined) return named;
  const due = Number(task.schedule.due?.slice(0, 4));
  const dice = diceOf('done', task.id, agency.id);
  if (dice.chance(0.62)) return due;
  return dice.chance(0.8) ? due + 1 : due + 2;
}

function underWay(dice: Dice): TaskEntry {
  return { status: 'in-progress', percent: 5 * dice.between(6, 19), ...(dice.chance(0.7) ? { note: dice.pick(UNDER_WAY) } : {}) };
}
