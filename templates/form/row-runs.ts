import type { RowShape } from '../../core/form/row-shape.ts';
import { TASK_SHAPES } from '../../core/form/task-shapes.ts';
import { rowBlocks } from '../../core/row-blocks.ts';
import type { AskedRow } from './write-table.ts';

/** Rows that follow one another, as first and last: a rule of a spreadsheet is set once a run, never cell by cell. */
export const rowRuns = (rows: readonly AskedRow[], wanted: (row: AskedRow) => boolean): (readonly [number, number])[] =>
  rowBlocks(rows.filter(wanted), () => '').map(({ top, bottom }) => [top, bottom]);

/** "H12:H14", or "H12" where a run is one row. */
export const cellRange = (letters: string, [first, last]: readonly [number, number]): string =>
  first === last ? `${letters}${first}` : `${letters}${first}:${letters}${last}`;

/**
 * The shapes of these rows: those of tasks in the order of their list whatever stands first, so that forms stay byte for byte as they are.
 */
export const shapesOf = (rows: readonly AskedRow[]): RowShape[] =>
  [...new Set(rows.map(({ shape }) => shape))].sort((one, two) => TASK_SHAPES.indexOf(one) - TASK_SHAPES.indexOf(two));
