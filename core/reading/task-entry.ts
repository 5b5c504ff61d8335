import { SHARED_TASK, TASK_SHAPES } from '../form/task-shapes.ts';
import type { GridRow } from '../grid.ts';
import type { Task } from '../plan/plan.ts';
import type { TaskEntry } from '../report.ts';
import { statusNeeded } from '../rules/words.ts';
import { partFields } from '../tables/inputs.ts';
import { noteOf } from './cell-outcome.ts';
import type { Merged } from './merged.ts';
import type { PlanTable } from './plan-table.ts';
import { lockedColumns, readInputs } from './read-inputs.ts';
import { lockedFindings, rowReader } from './row-reader.ts';
import type { ReadRow, RowReading } from './row-reading.ts';

/**
 * Reads one row of tasks that the agency leads or may lead. A note alone is not a report; progress or a product without a status is asked
 * about.
 */
function readTaskEntry(table: PlanTable, row: GridRow, task: Task, merged: Merged): ReadRow<TaskEntry> {
  const reader = rowReader(table, row, task.id, merged);
  const values = readInputs(reader, SHARED_TASK) as Partial<TaskEntry>; // each was read as its column's kind
  const { status } = values;
  const isAsked = !status && partFields('tasks', 'answer').some((field) => field in values) && !reader.unreadAny();
  if (isAsked) reader.say(noteOf(statusNeeded, {}), 'status');
  const locked = lockedFindings(table, row, task.id, lockedColumns(table, SHARED_TASK, TASK_SHAPES));
  return {
    entry: status ? { ...values, status } : null,
    findings: [...reader.findings, ...locked],
    unread: reader.unreadAny() || isAsked,
  };
}

/** How tables of tasks are read. */
export const taskReading: RowReading<Task, TaskEntry> = {
  rows: ({ tasks }) => tasks,
  owed: ({ tasks, optionalTasks }) => [...tasks, ...optionalTasks],
  needed: ({ tasks }) => tasks,
  readEntry: readTaskEntry,
};
