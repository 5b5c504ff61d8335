import type { CellContent, SheetEdit } from '../../../core/adopting/sheet-edit.ts';
import { type Area, cellAt, type Grid, type Workbook } from '../../../core/grid.ts';
import type { Matrix } from '../../../core/matrix.ts';
import type { Agency, AgencyId } from '../../../core/plan/agency.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { momentText } from '../../ui/moment.ts';
import { type PlannedRow, plannedRows } from '../../ui/planned-row.ts';
import { CODES_ROW, fixedColumns, periodInHeading } from './matrix-layout.ts';
import { provinceCells } from './matrix-sheet.ts';
import { runsByName } from './runs.ts';
import { agencySheetCell, type SheetCell } from './sheet-cell.ts';
import { CHANGED_FILL, SHEET_COLOURS } from './sheet-colours.ts';

interface RefreshRequest {
  readonly plan: Plan;
  /** The agencies by their codes: a column with any other code is somebody's own. */
  readonly agency: ReadonlyMap<string, Agency>;
  readonly at: Date;
}

interface Refresh {
  readonly title: string;
  readonly edits: readonly SheetEdit[];
  /** How many figures are others than the sheet said. */
  readonly changed: number;
}

type Written = SheetCell['value'];

/** The last sheet of a workbook that holds the matrix of a period; null where there is none. */
export const matrixGridIn = ({ grids }: Pick<Workbook, 'grids'>, period: string): Grid | null =>
  grids.findLast((grid) => !grid.hidden && periodInHeading(String(valueAt(grid, 1, 1) ?? '')) === period) ?? null;

/**
 * What brings a matrix's sheet up to date: figures are found by the codes of their row and column, so that rows may have been sorted and columns moved.
 * Whatever has no code (columns and rows of one's own) is left alone. What changed since the last time stands on a ground of its own.
 */
export function matrixRefresh(grid: Grid, matrix: Matrix, { plan, agency, at }: RefreshRequest): Refresh {
  const planned = new Map<string, PlannedRow>(plannedRows(matrix.indicators, plan.indicators).map((one) => [one.row.id, one]));
  const width = Math.max(...grid.rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const fixed = fixedColumns(plan);
  const columns = Array.from({ length: width }, (_, k): ColumnMeaning => {
    const header = valueAt(grid, CODES_ROW - 1, k + 1);
    return {
      agency: agency.get(String(valueAt(grid, CODES_ROW, k + 1) ?? ''))?.id ?? null,
      fixed: fixed.findIndex((one) => one.header === header),
    };
  });
  const lines = grid.rows
    .filter(({ number }) => number > CODES_ROW)
    .flatMap(({ number }) => {
      const one = planned.get(String(valueAt(grid, number, 1) ?? ''));
      return one ? [{ number, cells: cellsOf(one, matrix.period, columns) }] : [];
    });
  const isChanged = (row: number, column: number, cell: SheetCell | null): boolean =>
    cell !== null && !isSame(valueAt(grid, row, column), cell.value);
  const base = { sheet: grid.title };
  const edits: SheetEdit[] = [];
  const names = (nameOf: (cell: SheetCell, isNew: boolean) => string | null, number: number, cells: readonly (SheetCell | null)[]) => [
    cells.map((cell, k) => cell && nameOf(cell, isChanged(number, k + 1, cell))),
  ];
  const looks = new Map<string, Area[]>();
  const formats = new Map<string, Area[]>();
  for (const { number, cells } of lines) {
    gather(
      looks,
      names(({ tone }, isNew) => (isNew ? CHANGED : tone), number, cells),
      number,
    );
    gather(
      formats,
      names(({ numberFormat }) => numberFormat, number, cells),
      number,
    );
  }
  for (const [format, areas] of formats) edits.push({ kind: 'number-format', ...base, areas, format });
  for (const { number, cells } of lines) {
    const written = cells.map((cell, k): CellContent => (cell && isChanged(number, k + 1, cell) ? (cell.value ?? '') : null));
    if (written.some((content) => content !== null)) edits.push({ kind: 'set-cells', ...base, row: number, column: 1, cells: [written] });
  }
  for (const [name, areas] of looks) {
    const look = name === CHANGED ? { fill: CHANGED_FILL } : SHEET_COLOURS[name as SheetCell['tone']]; // the tones just gathered
    edits.push({ kind: 'look', ...base, areas, look });
  }
  const said = `Cập nhật lúc ${momentText(at.toISOString(), plan.reporting.utcOffset)}; ô nền xanh: khác lần trước.`;
  edits.push({ kind: 'set-cells', ...base, row: 2, column: 1, cells: [[said]] });
  const changed = lines.flatMap(({ number, cells }) => cells.filter((cell, k) => isChanged(number, k + 1, cell))).length;
  return { title: grid.title, edits, changed };
}

const CHANGED = 'changed';

/** What a column of the sheet is of: an agency, or one of those before them by its place there (-1 for none), or somebody's own. */
interface ColumnMeaning {
  readonly agency: AgencyId | null;
  readonly fixed: number;
}

/** The cells of a line by column: the province's own where their headers stand, each agency's under its code, null anywhere else. */
function cellsOf(one: PlannedRow, period: Matrix['period'], columns: readonly ColumnMeaning[]): (SheetCell | null)[] {
  const province = provinceCells(one);
  return columns.map(
    ({ agency, fixed }) => province[fixed] ?? (agency && agencySheetCell(one.indicator, { period, agency }, one.row.cells[agency])),
  );
}

function gather(into: Map<string, Area[]>, names: readonly (readonly (string | null)[])[], top: number): void {
  for (const [name, areas] of runsByName(names, top, 1)) into.set(name, [...(into.get(name) ?? []), ...areas]);
}

const isSame = (there: unknown, value: Written): boolean =>
  typeof there === 'number' && typeof value === 'number' ? Math.abs(there - value) < 1e-9 : (there ?? '') === (value ?? '');

function valueAt(grid: Grid, row: number, column: number): unknown {
  const there = grid.rows.find(({ number }) => number === row);
  return there ? (cellAt(there, column)?.value ?? null) : null;
}
