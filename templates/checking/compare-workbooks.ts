import { type Cell, cellName, type Grid } from '../../core/grid.ts';
import { RowId } from '../../core/plan/plan.ts';
import { citedAs } from '../../core/wording/names.ts';
import { readWorkbook } from '../../xlsx/read/read-workbook.ts';
import { unpackByZlib } from '../unpack-by-zlib.ts';
import { type CheckedFigures, checkedFigures, type FigureDifference } from './difference.ts';

/**
 * Every figure of an appendix workbook against the one that `wanted` has at its place, which the reports come to: cell by cell, the cached
 * values of formulas among them. Null where the file is no workbook that can be read.
 */
export function compareWorkbooks(bytes: Uint8Array, wanted: Uint8Array): CheckedFigures | null {
  const [printed, computed] = [bytes, wanted].map((one) => readWorkbook(one, unpackByZlib));
  if (!printed?.ok || !computed?.ok) return null;
  const sheets = new Map(printed.value.grids.map((grid) => [grid.title, grid]));
  const checked = computed.value.grids.map((grid) => compareSheets(sheets.get(grid.title), grid));
  return checkedFigures(
    checked.reduce((sum, { count }) => sum + count, 0),
    checked.flatMap(({ differences }) => differences),
  );
}

function compareSheets(printed: Grid | undefined, computed: Grid) {
  const here = cellsOf(printed);
  const wanted = cellsOf(computed);
  const places = new Map([...wanted, ...here].map(([place, { row }]) => [place, row]));
  const differences = [...places].flatMap(([place, row]): FigureDifference[] => {
    const [now, then] = [textOf(here.get(place)?.cell), textOf(wanted.get(place)?.cell)];
    return now === then
      ? []
      : [{ place: `${computed.title}!${place}${row === null ? '' : ` (${citedAs(row)}, ${row})`}`, printed: now, computed: then }];
  });
  return { count: wanted.size, differences };
}

interface PlacedCell {
  readonly cell: Cell;
  /** The row of the plan that the cell's row is about. */
  readonly row: RowId | null;
}

/** Cells that hold a figure: a number, or a text with a digit in it. */
function cellsOf(grid: Grid | undefined): Map<string, PlacedCell> {
  const cells = new Map<string, PlacedCell>();
  for (const { number, cells: all } of grid?.rows ?? []) {
    const key = all.map(({ value }) => RowId.safeParse(value)).find(({ success }) => success);
    for (const cell of all) {
      if (typeof cell.value === 'number' || /\d/.test(String(cell.value ?? '')))
        cells.set(cellName(number, cell.column), { cell, row: key?.data ?? null });
    }
  }
  return cells;
}

/** A number as it is stored to fifteen digits, with a decimal comma; programs that save a workbook keep no more of it. */
function textOf(cell: Cell | undefined): string | null {
  if (cell === undefined || cell.value === null) return null;
  return typeof cell.value === 'number' ? String(Number(cell.value.toPrecision(15))).replace('.', ',') : String(cell.value);
}
