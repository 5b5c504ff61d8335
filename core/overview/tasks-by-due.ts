import type { TaskVerdict } from '../matrix.ts';
import { TASK_WORDS } from '../wording/labels.ts';
import type { JoinedTask } from './joined-rows.ts';
import { verdictCounts } from './verdict-counts.ts';

/** The tasks that are due in one year by how they stand; `year` null: those without a day. */
export interface TasksDue {
  readonly year: string | null;
  readonly counts: readonly { readonly verdict: TaskVerdict; readonly count: number }[];
  readonly count: number;
}

/** Tasks by the year in which they are due, the first one first, those without a day last. */
export function tasksByDue(tasks: readonly JoinedTask[]): TasksDue[] {
  const yearOf = ({ row }: JoinedTask): string => row.due?.slice(0, 4) ?? '';
  const years = [...new Set(tasks.map(yearOf))].sort((one, two) => Number(one || '9999') - Number(two || '9999'));
  return years.map((year) => {
    const own = tasks.filter((task) => yearOf(task) === year);
    return { year: year || null, counts: verdictCounts(own, TASK_WORDS), count: own.length };
  });
}
