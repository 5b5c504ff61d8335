import { type Day, yearIn } from '../day.ts';
import type { TaskCell, TaskRow, TaskVerdict } from '../matrix.ts';
import type { AgencyId } from '../plan/agency.ts';
import { isAskedIn, type Obligations } from '../plan/obligations.ts';
import type { Period } from '../plan/period.ts';
import { yearOfPeriod } from '../plan/period-parts.ts';
import type { Task } from '../plan/plan.ts';
import type { TaskEntry } from '../report.ts';
import type { Status } from '../tables/tasks/status.ts';
import { whyTask } from '../wording/why-task.ts';

/** What an agency said of a task, and where. */
export type AnsweredTask = Pick<TaskEntry, 'status'> & Omit<TaskCell, 'verdict' | 'status'>;

/** One agency's word on a task (contract, "Tasks"); `today` in Viet Nam. Silence stays silence, also past the due date. */
export function taskVerdict(task: Task, status: Status | undefined, period: Period, today: Day): TaskVerdict {
  const { kind, due } = task.schedule;
  if (status === undefined) return 'not-reported';
  if (status === 'not-relevant') return 'not-relevant';
  if (status === 'done') return kind === 'continuous' && due !== null && yearOfPeriod(period) < yearIn(due) ? 'done-this-year' : 'done';
  if (due !== null && today > due) return 'late';
  return status === 'not-started' && kind === 'conditional' && due === null ? 'awaiting-guidance' : status;
}

/** The row's word from its obliged agencies' words. */
export function rowVerdict(verdicts: readonly TaskVerdict[]): TaskVerdict {
  const left = verdicts.filter((verdict) => verdict !== 'not-relevant');
  const every = (...words: TaskVerdict[]) => left.every((verdict) => words.includes(verdict));
  const some = (...words: TaskVerdict[]) => left.some((verdict) => words.includes(verdict));
  if (left.length === 0) return 'not-relevant';
  if (every('not-reported')) return 'not-reported';
  if (every('done')) return 'done';
  if (every('done', 'done-this-year')) return 'done-this-year';
  if (some('late')) return 'late';
  if (some('done', 'done-this-year', 'in-progress')) return 'in-progress';
  return some('awaiting-guidance') ? 'awaiting-guidance' : 'not-started';
}

/** One task of the matrix. An optional lead is obliged once it answers otherwise than `Không liên quan`. */
export function taskRow(
  task: Task,
  answerOf: (agency: AgencyId) => AnsweredTask | undefined,
  { obligations, today }: { obligations: Obligations; today: Day },
): TaskRow {
  const leads = obligations.leads.get(task.id) ?? [];
  const optional = (obligations.optionalLeads.get(task.id) ?? []).filter((agency) => answerOf(agency) !== undefined);
  const concerned = optional.filter((agency) => answerOf(agency)?.status !== 'not-relevant');
  const obliged = [...leads, ...concerned];
  const cells = [...leads, ...optional].map((agency): readonly [AgencyId, TaskCell] => {
    const answer = answerOf(agency);
    return [agency, { verdict: taskVerdict(task, answer?.status, obligations.period, today), ...answer }];
  });
  const byAgency = new Map(cells);
  const verdicts = obliged.map((agency) => byAgency.get(agency)?.verdict ?? 'not-reported');
  const missing = verdicts.filter((verdict) => verdict === 'not-reported').length;
  const notRelevant = verdicts.filter((verdict) => verdict === 'not-relevant').length;
  const row = {
    id: task.id,
    due: task.schedule.due,
    verdict: isAskedIn(obligations.plan, task, obligations.period) ? rowVerdict(verdicts) : ('not-due' as const),
    coverage: { obliged: obliged.length, reported: obliged.length - notRelevant - missing, notRelevant, missing },
  };
  return { ...row, why: whyTask(task, row, { cells, obligations, today }), cells: Object.fromEntries(cells) };
}
