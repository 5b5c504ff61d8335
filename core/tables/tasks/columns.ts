import { checkColumn } from '../every-table.ts';
import { noteColumn } from './note.ts';
import {
  coordinatorsColumn,
  deliverableColumn,
  taskKeyColumn,
  taskLeadsColumn,
  taskNameColumn,
  taskNumberColumn,
  timeframeColumn,
} from './plan-columns.ts';
import { documentColumn, issuedOnColumn, summaryColumn } from './product.ts';
import { progressColumn } from './progress.ts';
import { statusColumn } from './status.ts';

/** The columns of a table of tasks, in the form's order. */
export const TASK_COLUMNS = [
  taskKeyColumn,
  taskNumberColumn,
  taskNameColumn,
  taskLeadsColumn,
  coordinatorsColumn,
  deliverableColumn,
  timeframeColumn,
  statusColumn,
  progressColumn,
  documentColumn,
  issuedOnColumn,
  summaryColumn,
  noteColumn,
  checkColumn,
] as const;

export type TaskField = (typeof TASK_COLUMNS)[number]['field'];
