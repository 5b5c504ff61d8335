import { type Cell, cellName, type Grid, type GridRow } from '../../core/grid.ts';
import { RowId } from '../../core/plan/plan.ts';
import { citedAs } from '../../core/wording/names.ts';
import { readWorkbook } from '../../xlsx/read/read-workbook.ts';
import { unpackAhead } from '../unpack-ahead.ts';
import { type CheckedFigures, checkedFigures, type FigureDifference } from './difference.ts';
import { storedNumberText } from './stored-number.ts';

/**
 * Every figure and every word of an appendix workbook against what `wanted` has at its place, which the reports come to: cell by cell, the
 * cached values of formulas among them; besides these there must be no figure. Null where the file is no workbook that can be read.
 */
export function compareWorkbooks(bytes: Uint8Array, wanted: Uint8Array): CheckedFigures | null {
  const [printed, computed] = [bytes, wanted].map((one) => readWorkbook(one, unpackAhead(one)));
  if (!printed?.ok || !computed?.ok) return null;
  const sheets = new Map(printed.value.grids.map((grid) => [grid.title, grid]));
  const pairs = computed.value.grids.map((grid) => ({
    printed: sheets.get(grid.title),
    title: grid.title,
    wanted: new Map([...cellsOf(grid)].map((one) => [placeOf(one), one])),
  }));
  const count = pairs.reduce((sum, { wanted }) => sum + wanted.size, 0);
  return checkedFigures(count, differencesOf(pairs), described);
}

/** A sheet as it was printed, where there is one, and what it should hold, by place. */
interface SheetPair {
  readonly title: string;
  readonly printed: Grid | undefined;
  readonly wanted: ReadonlyMap<string, PlacedCell>;
}

/** A cell that holds something, in its row. */
interface PlacedCell {
  readonly row: GridRow;
  readonly cell: Cell;
}

/** What stands at a place, and what should; null where that is nothing. */
interface Difference {
  readonly title: string;
  readonly at: PlacedCell;
  readonly printed: Cell | null;
  readonly computed: Cell | null;
}

/** Sheet by sheet: those of the computed one first, then what the printed one has besides, which may be millions: none of it is kept. */
function* differencesOf(pairs: readonly SheetPair[]): Generator<Difference> {
  for (const { title, printed, wanted } of pairs) {
    const here = new Map<string, PlacedCell>();
    for (const one of cellsOf(printed)) if (wanted.has(placeOf(one))) here.set(placeOf(one), one);
    for (const [place, computed] of wanted) {
      const now = here.get(place);
      const difference = { title, at: now ?? computed, printed: now?.cell ?? null, computed: computed.cell };
      if (textOf(difference.printed) !== textOf(difference.computed)) yield difference;
    }
    for (const at of cellsOf(printed)) if (isFigure(at) && !wanted.has(placeOf(at))) yield { title, at, printed: at.cell, computed: null };
  }
}

/** Whatever a sheet says: figures, verdicts, the plan's own words. */
function* cellsOf(grid: Grid | undefined): Generator<PlacedCell> {
  for (const row of grid?.rows ?? []) for (const cell of row.cells) if (cell.value !== null && cell.value !== '') yield { row, cell };
}

/** A number, or a text with a digit in it: words that somebody wrote beside the tables are none. */
const isFigure = ({ cell: { value } }: PlacedCell): boolean => typeof value === 'number' || /\d/.test(String(value));

const placeOf = ({ row, cell }: PlacedCell): string => cellName(row.number, cell.column);

function described({ title, at, printed, computed }: Difference): FigureDifference {
  const id = planRowOf(at.row);
  return {
    place: `${title}!${placeOf(at)}${id === null ? '' : ` (${citedAs(id)}, ${id})`}`,
    printed: textOf(printed),
    computed: textOf(computed),
  };
}

/** The row of the plan that a row is about. */
const planRowOf = ({ cells }: GridRow): RowId | null =>
  cells.map(({ value }) => RowId.safeParse(value)).find(({ success }) => success)?.data ?? null;

function textOf(cell: Cell | null): string | null {
  if (cell === null || cell.value === null) return null;
  return typeof cell.value === 'number' ? storedNumberText(String(cell.value)) : String(cell.value);
}
