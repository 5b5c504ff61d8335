import { type Finding, finding } from '../findings/finding.ts';
import { type Area, cellName, type GridRow } from '../grid.ts';
import type { RowId } from '../plan/plan.ts';
import { mergedInput } from '../rules/looks.ts';
import type { PlanTable } from './plan-table.ts';

/** Merged input cells: the value of the top-left one counts for its own row only; the others count as blank. */
export interface Merged {
  readonly findings: readonly Finding[];
  readonly hides: (row: number, column: number) => boolean;
}

const isWithin = (from: number, at: number, to: number): boolean => from <= at && at <= to;

const NONE: Merged = { findings: [], hides: () => false };

/** The merges that touch an input cell of a row that the agency fills in. */
export function mergedInputs(table: PlanTable, rows: ReadonlyMap<RowId, GridRow>): Merged {
  const below = table.grid.merges.filter(({ bottom }) => bottom > table.header.number);
  if (below.length === 0) return NONE; // most stand in the letterhead
  const inputs = table.layout.columns.filter(({ role }) => role === 'input').flatMap(({ field }) => table.columns[field] ?? []);
  const filled = [...rows].map(([id, { number }]) => ({ id, number }));
  const touches = ({ top, bottom, left, right }: Area) =>
    (top !== bottom || left !== right) &&
    inputs.some((column) => isWithin(left, column, right)) &&
    filled.some(({ number }) => isWithin(top, number, bottom));
  const merges = below.filter(touches);
  return {
    findings: merges.map(({ top, left, bottom, right }) => {
      const row = filled.find(({ number }) => number === top)?.id ?? null;
      const area = `${cellName(top, left)}:${cellName(bottom, right)}`;
      return finding(mergedInput, { area }, { row, sheet: table.grid.title, cell: cellName(top, left) });
    }),
    hides: (row, column) =>
      merges.some(
        ({ top, left, bottom, right }) => isWithin(top, row, bottom) && isWithin(left, column, right) && !(row === top && column === left),
      ),
  };
}
