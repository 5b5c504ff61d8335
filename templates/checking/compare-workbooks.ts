import { cellName, columnLetters, type Grid } from '../../core/grid.ts';
import { RowId } from '../../core/plan/plan.ts';
import { squash } from '../../core/text.ts';
import { citedAs } from '../../core/wording/names.ts';
import { readWorkbook } from '../../xlsx/read/read-workbook.ts';
import { unpackAhead } from '../unpack-ahead.ts';
import { differsInSight, type PlacedCell, seenValue } from './cell-in-sight.ts';
import { checkSheetCharts } from './check-charts.ts';
import { type CheckedFigures, checkedFigures, type FigureDifference, type UncheckedPart } from './difference.ts';
import { saysFigure } from './says-figure.ts';
import type { SheetLook } from './sheet-look.ts';
import { readWorkbookLooks, type WorkbookLooks } from './workbook-looks.ts';

/**
 * Every figure and every word of an appendix workbook against what `wanted` has at its place, which the reports come to: cell by cell, as
 * they are seen, formulas and their cached values among them; besides these there must be no figure. Null where the file is no workbook
 * that can be read.
 */
export function compareWorkbooks(bytes: Uint8Array, wanted: Uint8Array): CheckedFigures | null {
  const [printed, computed] = [bytes, wanted].map((one) => readWorkbook(one, unpackAhead(one)));
  if (!printed?.ok || !computed?.ok) return null;
  const { grids } = computed.value;
  const [looks, ours] = [bytes, wanted].map((one) => readWorkbookLooks(one, grids, unpackAhead(one)));
  if (!looks || !ours) return null;
  const sheets = new Map(printed.value.grids.map((grid) => [grid.title, grid]));
  const pairs = grids.map((grid): SheetPair => {
    const { title } = grid;
    const wanted = new Map([...cellsOf(grid)].map((one) => [placeOf(one), one]));
    return { title, printed: sheets.get(title), isHidden: grid.hidden, wanted, looks, ours };
  });
  const count = pairs.reduce((sum, { wanted }) => sum + wanted.size, 0);
  return checkedFigures(count, differencesOf(pairs, printed.value.grids, looks), (told) => told(), [
    ...addedWords(pairs, printed.value.grids),
    ...pairs.flatMap(besideCells),
    ...looks.boxes
      .filter(({ text }) => !saysFigure(text) && squash(text) !== '')
      .map(({ title, text }) => ({ place: `${title}, khung chữ`, text })),
    ...looks.unread.filter(({ place, text }) => !ours.unread.some((own) => own.place === place && own.text === text)),
  ]);
}

/** A sheet as it was printed, where there is one, and what it should hold, by place. */
interface SheetPair {
  readonly title: string;
  readonly printed: Grid | undefined;
  /** Whether ours is out of sight itself. */
  readonly isHidden: boolean;
  readonly wanted: ReadonlyMap<string, PlacedCell>;
  readonly looks: WorkbookLooks;
  readonly ours: WorkbookLooks;
}

/** Described when it is told: there may be millions. */
type Told = () => FigureDifference;

/** Sheet by sheet: those of the computed one first, then what the printed one has besides, which may be millions: none of it is kept. */
function* differencesOf(pairs: readonly SheetPair[], printed: readonly Grid[], looks: WorkbookLooks): Generator<Told> {
  for (const pair of pairs) {
    yield* cellDifferences(pair);
    yield* hiddenParts(pair);
    for (const one of chartDifferences(pair)) yield () => one;
    for (const at of cellsOf(pair.printed))
      if (isFigure(at) && !pair.wanted.has(placeOf(at)))
        yield () => ({ place: placeIn(pair.title, at), printed: seenValue(at.cell), computed: null });
  }
  const ours = new Set(pairs.map(({ title }) => title));
  for (const grid of printed) {
    if (ours.has(grid.title)) continue;
    const first = [...firstOf(cellsOf(grid), isFigure)][0];
    if (first) yield () => ({ place: grid.title, printed: `ô ${placeOf(first)}: ${seenValue(first.cell)}`, computed: null });
  }
  for (const { title, text } of looks.boxes)
    if (saysFigure(text)) yield () => ({ place: `${title}, khung chữ`, printed: text, computed: null });
}

const chartDifferences = ({ title, looks, ours }: SheetPair): FigureDifference[] =>
  checkSheetCharts(
    title,
    looks.charts.get(title) ?? [],
    (ours.charts.get(title) ?? []).flatMap((chart) => chart ?? []),
  );

/** Of a sheet. */
const MOST_WORDS = 20;

/** Words in cells that ours leaves empty, and sheets that ours does not have, without figures: those are told as differences. */
function addedWords(pairs: readonly SheetPair[], printed: readonly Grid[]): UncheckedPart[] {
  const beside = pairs.flatMap(({ title, printed, wanted }) => {
    const added = [...firstOf(cellsOf(printed), (at) => !wanted.has(placeOf(at)) && !isFigure(at), MOST_WORDS)];
    return added.map((at) => ({ place: placeIn(title, at), text: String(seenValue(at.cell)) }));
  });
  const ours = new Set(pairs.map(({ title }) => title));
  const sheets = printed.filter((grid) => !ours.has(grid.title)).map(({ title }) => ({ place: title, text: 'trang tính thêm' }));
  return [...beside, ...sheets];
}

/** What a sheet shows beside its cells and ours does not: words in margins, messages, what is drawn in cells. */
function besideCells({ title, looks, ours }: SheetPair): UncheckedPart[] {
  const [look, own] = [looks.sheets.get(title), ours.sheets.get(title)];
  if (!look || !own) return [];
  const besides = (said: string, here: ReadonlySet<string>, wanted: ReadonlySet<string>): UncheckedPart[] =>
    [...here].filter((text) => !wanted.has(text)).map((text) => ({ place: `${title}${said}`, text }));
  return [
    ...besides(', đầu trang, chân trang', look.margins, own.margins),
    ...besides(', lời nhắc', look.messages, own.messages),
    ...besides('', look.drawnIn, own.drawnIn),
  ];
}

function* firstOf<T>(all: Iterable<T>, holds: (one: T) => boolean, most = 1): Generator<T> {
  let found = 0;
  for (const one of all) {
    if (!holds(one)) continue;
    yield one;
    if (++found === most) return;
  }
}

function* cellDifferences({ title, printed, wanted, looks, ours }: SheetPair): Generator<Told> {
  const here = new Map<string, PlacedCell>();
  for (const one of cellsOf(printed)) if (wanted.has(placeOf(one))) here.set(placeOf(one), one);
  const covered = coveredBy(printed);
  const [look, wantedLook] = [looks, ours].map(({ sheets, styles }) => {
    const sheet = sheets.get(title);
    return (place: string) => styles.cells[sheet?.styles.get(place) ?? 0];
  });
  for (const [place, computed] of wanted) {
    const now = here.get(place);
    const differs = differsInSight(
      { cell: now?.cell ?? null, style: look?.(place), covered: now !== undefined && covered(now) },
      { cell: computed.cell, style: wantedLook?.(place), covered: false },
    );
    if (differs) yield () => ({ place: placeIn(title, now ?? computed), ...differs });
  }
}

/** Whether a cell lies under another one that was merged with it. */
function coveredBy(grid: Grid | undefined): (at: PlacedCell) => boolean {
  const merges = grid?.merges ?? [];
  return ({ row, cell }) =>
    merges.some(
      ({ top, left, bottom, right }) =>
        row.number >= top &&
        row.number <= bottom &&
        cell.column >= left &&
        cell.column <= right &&
        (row.number > top || cell.column > left),
    );
}

const [HIDDEN, SHOWN] = ['đang ẩn', 'hiện'];

/** A sheet, rows and columns with cells of ours that are out of sight, and conditions that show figures otherwise. */
function* hiddenParts({ title, printed, isHidden, wanted, looks, ours }: SheetPair): Generator<Told> {
  const [look, wantedLook] = [looks.sheets.get(title), ours.sheets.get(title)];
  if (!look || !wantedLook) return;
  const told = (place: string, said: string) => () => ({ place: `${title}${place}`, printed: said, computed: SHOWN });
  if (printed?.hidden && !isHidden) yield told('', HIDDEN);
  const rows = new Map([...wanted.values()].map(({ row }) => [row.number, row]));
  if (!wantedLook.filtered)
    for (const [number, row] of rows)
      if (look.hiddenRows.has(number) && !wantedLook.hiddenRows.has(number)) yield told(`!dòng ${number}${planRow(row)}`, HIDDEN);
  const columns = new Set([...wanted.values()].flatMap(({ cell }) => (RowId.safeParse(cell.value).success ? [] : [cell.column])));
  for (const column of columns)
    if (isHiddenColumn(look, column) && !isHiddenColumn(wantedLook, column)) yield told(`!cột ${columnLetters(column)}`, HIDDEN);
  if (look.valueless || [...look.conditional].some((one) => looks.styles.conditional[one]))
    yield told('', 'định dạng có điều kiện đổi cách hiện số');
}

const isHiddenColumn = ({ hiddenColumns }: SheetLook, column: number): boolean =>
  hiddenColumns.some(([first, last]) => column >= first && column <= last);

/** Whatever a sheet says: figures, verdicts, the plan's own words. */
function* cellsOf(grid: Grid | undefined): Generator<PlacedCell> {
  for (const row of grid?.rows ?? []) for (const cell of row.cells) if (cell.value !== null && cell.value !== '') yield { row, cell };
}

/** A number, or a text with a digit in it: words that somebody wrote beside the tables are none. */
const isFigure = ({ cell: { value } }: PlacedCell): boolean => typeof value === 'number' || /\d/.test(String(value));

const placeOf = ({ row, cell }: PlacedCell): string => cellName(row.number, cell.column);
const placeIn = (title: string, at: PlacedCell): string => `${title}!${placeOf(at)}${planRow(at.row)}`;

/** The row of the plan that a row is about. */
function planRow({ cells }: PlacedCell['row']): string {
  const id = cells.map(({ value }) => RowId.safeParse(value)).find(({ success }) => success)?.data ?? null;
  return id === null ? '' : ` (${citedAs(id)}, ${id})`;
}
