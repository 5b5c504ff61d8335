import { OPTIONAL_TASK, SHARED_TASK, SOLE_TASK } from '../form/task-shapes.ts';
import type { GridRow } from '../grid.ts';
import type { TaskField } from '../layout.ts';
import type { Task } from '../plan.ts';
import type { TaskEntry } from '../report.ts';
import { checkOf } from './form-formula.ts';
import { readFreeText } from './free-text.ts';
import type { ReadRow } from './indicator-entry.ts';
import { readIssueDate } from './issue-date.ts';
import type { Merged } from './merged.ts';
import { readProgress } from './progress.ts';
import { lockedFindings, rowReader } from './row-reader.ts';
import type { Table } from './table.ts';
import { readStatus } from './words.ts';

/** Settings may have changed since the form was made whether a task is the agency's own, its own alone, or perhaps its own. */
const CHECKS = [SHARED_TASK, SOLE_TASK, OPTIONAL_TASK].map(checkOf);

/** Reads one row of Phụ lục II that the agency leads or may lead. A note alone is not a report; progress or a product without a status is asked about. */
export function readTaskEntry(table: Table<TaskField>, row: GridRow, task: Task, merged: Merged): ReadRow<TaskEntry> {
  const reader = rowReader(table, row, task.id, merged);
  const status = reader.take('status', readStatus);
  const percent = reader.take('percent', readProgress);
  const document = reader.take('document', readFreeText);
  const issuedOn = reader.take('issuedOn', readIssueDate);
  const summary = reader.take('summary', readFreeText);
  const note = reader.take('note', readFreeText);
  const says = percent !== null || document || issuedOn || summary;
  const asked = !status && says && !reader.unreadAny();
  if (asked) reader.say({ rule: 'status-needed', facts: {} }, 'status');
  const entry: TaskEntry | null = status && {
    status,
    ...(percent !== null && { percent }),
    ...(document && { document }),
    ...(issuedOn && { issuedOn }),
    ...(summary && { summary }),
    ...(note && { note }),
  };
  const findings = [...reader.findings, ...lockedFindings(table, row, task.id, ['check'], () => CHECKS)];
  return { entry, findings, unread: reader.unreadAny() || Boolean(asked) };
}
