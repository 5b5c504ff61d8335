import type { TableKind } from '../tables/table-kind.ts';
import { indicatorReading } from './indicator-entry.ts';
import type { RowReading } from './row-reading.ts';
import { taskReading } from './task-entry.ts';

/** How the rows of each kind of tables are read. */
export const ROW_READINGS: Readonly<Record<TableKind, RowReading>> = { indicators: indicatorReading, tasks: taskReading };
