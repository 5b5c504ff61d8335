import { type Cell, cellName, type Grid, type GridRow } from '../../core/grid.ts';
import { RowId } from '../../core/plan/plan.ts';
import { citedAs } from '../../core/wording/names.ts';
import { readWorkbook } from '../../xlsx/read/read-workbook.ts';
import { unpackAhead } from '../unpack-ahead.ts';
import { type CheckedFigures, checkedFigures, type FigureDifference } from './difference.ts';

/**
 * Every figure of an appendix workbook against the one that `wanted` has at its place, which the reports come to: cell by cell, the cached
 * values of formulas among them. Null where the file is no workbook that can be read.
 */
export function compareWorkbooks(bytes: Uint8Array, wanted: Uint8Array): CheckedFigures | null {
  const [printed, computed] = [bytes, wanted].map((one) => readWorkbook(one, unpackAhead(one)));
  if (!printed?.ok || !computed?.ok) return null;
  const sheets = new Map(printed.value.grids.map((grid) => [grid.title, grid]));
  const pairs = computed.value.grids.map((grid) => ({
    printed: sheets.get(grid.title),
    title: grid.title,
    wanted: new Map([...figuresOf(grid)].map((figure) => [placeOf(figure), figure])),
  }));
  const count = pairs.reduce((sum, { wanted }) => sum + wanted.size, 0);
  return checkedFigures(count, differencesOf(pairs), described);
}

/** A sheet as it was printed, where there is one, and the figures that it should hold, by place. */
interface SheetPair {
  readonly title: string;
  readonly printed: Grid | undefined;
  readonly wanted: ReadonlyMap<string, PlacedFigure>;
}

/** A cell that holds a figure, in its row. */
interface PlacedFigure {
  readonly row: GridRow;
  readonly cell: Cell;
}

/** What stands at a place, and what should; null where that is nothing. */
interface Difference {
  readonly title: string;
  readonly at: PlacedFigure;
  readonly printed: Cell | null;
  readonly computed: Cell | null;
}

/** Sheet by sheet: those of the computed one first, then what the printed one has besides, which may be millions: none of it is kept. */
function* differencesOf(pairs: readonly SheetPair[]): Generator<Difference> {
  for (const { title, printed, wanted } of pairs) {
    const here = new Map<string, PlacedFigure>();
    for (const figure of figuresOf(printed)) if (wanted.has(placeOf(figure))) here.set(placeOf(figure), figure);
    for (const [place, computed] of wanted) {
      const now = here.get(place);
      const difference = { title, at: now ?? computed, printed: now?.cell ?? null, computed: computed.cell };
      if (textOf(difference.printed) !== textOf(difference.computed)) yield difference;
    }
    for (const at of figuresOf(printed)) if (!wanted.has(placeOf(at))) yield { title, at, printed: at.cell, computed: null };
  }
}

/** A number, or a text with a digit in it. */
function* figuresOf(grid: Grid | undefined): Generator<PlacedFigure> {
  for (const row of grid?.rows ?? [])
    for (const cell of row.cells) if (typeof cell.value === 'number' || /\d/.test(String(cell.value ?? ''))) yield { row, cell };
}

const placeOf = ({ row, cell }: PlacedFigure): string => cellName(row.number, cell.column);

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

/** A number as it is stored to fifteen digits, with a decimal comma; programs that save a workbook keep no more of it. */
function textOf(cell: Cell | null): string | null {
  if (cell === null || cell.value === null) return null;
  return typeof cell.value === 'number' ? String(Number(cell.value.toPrecision(15))).replace('.', ',') : String(cell.value);
}
