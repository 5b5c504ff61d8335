import type { Finding } from '../findings/finding.ts';
import { type Cell, cellName, type Grid, type Workbook } from '../grid.ts';
import type { Field } from '../layout.ts';
import { isFilled } from '../reading/plan-table.ts';
import type { Reading } from '../reading/read-report.ts';
import type { IndicatorEntry } from '../report.ts';
import type { CellChange } from './workbook-fix.ts';

/** What the fixes of a finding look at: the workbook, and what was read of it. */
export interface FixInputs {
  readonly workbook: Pick<Workbook, 'grids'>;
  readonly reading: Pick<Reading, 'report' | 'places'>;
}

/** Where one finding's fixes write, and what stands there. */
export interface FixPlace {
  readonly field: Field | null;
  /** The finding's own cell. */
  readonly cell: Cell | undefined;
  /** Its row as it was read, where that is an indicator. */
  readonly entry: IndicatorEntry | undefined;
  /** The change of the finding's own cell. */
  readonly here: (value: string | number, format?: Cell['format']) => CellChange;
  /** The change of another cell of its row; none where the sheet has no such column. */
  readonly beside: (field: Field, value: string | number | null) => readonly CellChange[];
  /** Whether a cell of the row is blank, or already holds this number. */
  readonly takes: (field: Field, number: number) => boolean;
}

/** The place of a finding that has a cell in a row of the plan; null for any other. */
export function fixPlace({ row, field, sheet, cell }: Finding, { workbook, reading }: FixInputs): FixPlace | null {
  const place = row === null ? undefined : reading.places.get(row);
  if (row === null || sheet === undefined || cell === undefined || place?.sheet !== sheet) return null;
  const grid = workbook.grids.find(({ title }) => title === sheet);
  const cells = grid?.rows.find(({ number }) => number === place.row)?.cells ?? [];
  const cellOf = (sought: Field | null) => (sought === null ? undefined : cells.find(({ column }) => column === place.columns[sought]));
  return {
    field,
    cell: cellOf(field),
    entry: reading.report?.indicators[row],
    here: (value, format = 'plain') => ({ sheet, cell, value, format }),
    beside: (other, value) => {
      const column = place.columns[other];
      return column === undefined ? [] : [{ sheet, cell: cellName(place.row, column), value, format: 'plain' }];
    },
    takes: (other, number) => {
      const [column, there] = [place.columns[other], cellOf(other)];
      if (column === undefined || isInMerge(grid, place.row, column)) return false;
      return !isFilled(there) || (there.value === number && there.format === 'plain' && !there.formula);
    },
  };
}

/** What is written into merged cells stays hidden. */
const isInMerge = (grid: Grid | undefined, row: number, column: number): boolean =>
  grid?.merges.some(({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right) ?? false;
