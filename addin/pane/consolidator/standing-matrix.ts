import { cellAt, type Grid, type Workbook } from '../../../core/grid.ts';
import type { Matrix } from '../../../core/matrix.ts';
import type { Agency, AgencyId } from '../../../core/plan/agency.ts';
import { type Indicator, type Plan, RowId } from '../../../core/plan/plan.ts';
import { planIn } from '../../../core/plan/plan-in.ts';
import { type PlannedRow, plannedRows } from '../../ui/planned-row.ts';
import { CODES_ROW, fixedColumns, periodInHeading } from './matrix-layout.ts';

/** A matrix's sheet as it stands in the workbook, sorted and added to as its owner likes. */
interface StandingMatrix {
  /** From column A. */
  readonly columns: readonly ColumnMeaning[];
  /** The rows of the period that it has, each with its number in the sheet. */
  readonly lines: readonly { readonly number: number; readonly one: PlannedRow }[];
  readonly misfits: Misfits;
}

/** What a column of the sheet is of: an agency, or one of those before them by its place there (-1 for none), or somebody's own. */
interface ColumnMeaning {
  readonly agency: AgencyId | null;
  readonly fixed: number;
}

/** Where the sheet and the period's lists differ, so that a refresh cannot put everything into it. */
export interface Misfits {
  /** Agencies of the period without a column. */
  readonly agencies: readonly Agency[];
  /** Indicators of the period without a row. */
  readonly indicators: readonly Indicator[];
  /** Rows of the sheet that the period has no more: their figures stay as they were. */
  readonly gone: readonly RowId[];
}

interface Lists {
  readonly plan: Plan;
  /** The agencies of the period, in the order of every list. */
  readonly agencies: readonly Agency[];
  /** All agencies by their codes: a column with any other code is somebody's own. */
  readonly agency: ReadonlyMap<string, Agency>;
}

/** The last sheet of a workbook that holds the matrix of a period; null where there is none. */
export const matrixGridIn = ({ grids }: Pick<Workbook, 'grids'>, period: string): Grid | null =>
  grids.findLast((grid) => !grid.hidden && periodInHeading(String(gridValue(grid, 1, 1) ?? '')) === period) ?? null;

/** Finds the rows and columns of a matrix in a sheet by their codes; whatever has none is its owner's. */
export function standingMatrix(grid: Grid, matrix: Matrix, { plan, agencies, agency }: Lists): StandingMatrix {
  const planned = plannedRows(matrix.indicators, planIn(plan, matrix.period).indicators);
  const byCode = new Map<string, PlannedRow>(planned.map((one) => [one.row.id, one]));
  const width = Math.max(...grid.rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const fixed = fixedColumns(plan);
  const columns = Array.from({ length: width }, (_, k): ColumnMeaning => {
    const header = gridValue(grid, CODES_ROW - 1, k + 1);
    return {
      agency: agency.get(String(gridValue(grid, CODES_ROW, k + 1) ?? ''))?.id ?? null,
      fixed: fixed.findIndex((one) => one.header === header),
    };
  });
  const codes = grid.rows
    .filter(({ number }) => number > CODES_ROW)
    .map(({ number }) => ({ number, code: String(gridValue(grid, number, 1) ?? '') }));
  const tables = new Set(plan.indicators.map(({ id }) => tableOf(id)));
  const [placed, rows] = [new Set(columns.map((one) => one.agency)), new Set(codes.map(({ code }) => code))];
  return {
    columns,
    lines: codes.flatMap(({ number, code }) => {
      const one = byCode.get(code);
      return one ? [{ number, one }] : [];
    }),
    misfits: {
      agencies: agencies.filter(({ id }) => !placed.has(id)),
      indicators: planned.filter(({ row }) => !rows.has(row.id)).map(({ indicator }) => indicator),
      gone: codes.flatMap(({ code }) => {
        const id = RowId.safeParse(code);
        return id.success && tables.has(tableOf(code)) && !byCode.has(code) ? [id.data] : [];
      }),
    },
  };
}

const tableOf = (code: string): string => code.slice(0, code.indexOf('.'));

/** The value of a cell of a grid; null where it is blank. */
export function gridValue(grid: Grid, row: number, column: number): unknown {
  const there = grid.rows.find(({ number }) => number === row);
  return there ? (cellAt(there, column)?.value ?? null) : null;
}
