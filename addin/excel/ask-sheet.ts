import type { Area, Grid } from '../../core/grid.ts';
import { type CellBlock, gridOf, type LookAt } from './grid-of.ts';
import { cellCount, excelRange, stripsOf } from './ranges.ts';

/** More cells than this are not asked for in one batch: Excel on the web answers with at most 5 MB. */
const MOST_CELLS_A_BATCH = 10_000;

/** Below this row of a sheet nobody asks which rows are hidden one by one: that a row is hidden is only a hint. */
const MOST_ROWS_ASKED = 2000;

/** A sheet being asked for. First its size, names, merges and whether rows are hidden; then its cells. */
export interface AskedSheet {
  readonly title: string;
  readonly hidden: boolean;
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly names: Excel.NamedItemCollection;
  readonly merged: Excel.RangeAreas | null;
  /** The font of all its cells together. */
  readonly font: Excel.RangeFont;
}

const CELLS = 'values,formulas,numberFormat,valueTypes';
const FONT = 'strikethrough,superscript,subscript';

/** What is known of a sheet, and what it is asked for besides its size. */
interface SheetLook {
  readonly title: string;
  readonly hidden: boolean;
  readonly merges: boolean;
  readonly cells: boolean;
}

/** Asks for a sheet's size, or for its cells at once where it was small when last read. */
export function askSheet(sheet: Excel.Worksheet, look: SheetLook): AskedSheet {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load(`rowIndex,columnIndex,rowCount,columnCount,rowHidden${look.cells ? `,${CELLS}` : ''}`);
  const names = sheet.names.load('items/name,items/formula');
  // Of the whole sheet: a blank one has no used range to ask.
  const merged = look.merges ? sheet.getRange().getMergedAreasOrNullObject() : null;
  merged?.load('areaCount');
  merged?.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
  const { font } = used.format;
  font.load(FONT);
  return { title: look.title, hidden: look.hidden, sheet, used, names, merged, font };
}

/** The cells that a sheet asked for has, blank ones between them included. */
export const cellsOf = ({ used }: AskedSheet): number => (used.isNullObject ? 0 : used.rowCount * used.columnCount);

/** The blocks of a sheet whose cells came at once. */
export const blocksOf = ({ used }: AskedSheet): CellBlock[] => (used.isNullObject ? [] : [blockOf(used, used.rowIndex, used.columnIndex)]);

/** Fetches the cells of sheets in as few batches as their size allows. */
export async function fetchBlocks(context: Excel.RequestContext, asked: readonly AskedSheet[]): Promise<CellBlock[][]> {
  const blocks = asked.map((): (() => CellBlock)[] => []);
  let waiting = 0;
  for (const [k, one] of asked.entries()) {
    for (const area of slicesOf(one)) {
      if (waiting > 0 && waiting + cellCount(area) > MOST_CELLS_A_BATCH) {
        await context.sync();
        waiting = 0;
      }
      const range = excelRange(one.sheet, area);
      range.load(CELLS);
      blocks[k]?.push(() => blockOf(range, area.top - 1, area.left - 1));
      waiting += cellCount(area);
    }
  }
  if (waiting > 0) await context.sync();
  return blocks.map((ofSheet) => ofSheet.map((block) => block()));
}

/** So many parts a block of rows is cut into, and so many times, until each row is known: 2,000 rows take three batches. */
const PARTS = 16;
/** More blocks than this are not asked about in one batch: what is hidden here and there is only a hint, proxies are dear. */
const MOST_BLOCKS = 200;

interface RowBlock {
  readonly sheet: number;
  /** Rows of the sheet from 1, edges included. */
  readonly top: number;
  readonly bottom: number;
}

/**
 * Which rows are hidden: a block that is partly so is cut into parts until each is hidden or not, so that few are asked about one by one.
 */
export async function hiddenRowsOf(context: Excel.RequestContext, asked: readonly AskedSheet[]): Promise<ReadonlySet<number>[]> {
  const hidden = asked.map(() => new Set<number>());
  const hide = ({ sheet, top, bottom }: RowBlock): void => {
    for (let row = top; row <= bottom; row++) hidden[sheet]?.add(row);
  };
  let mixed: RowBlock[] = [];
  asked.forEach(({ used }, sheet) => {
    if (used.isNullObject) return;
    const whole = { sheet, top: used.rowIndex + 1, bottom: used.rowIndex + used.rowCount };
    if (used.rowHidden === true) hide(whole);
    else if (used.rowHidden === null) mixed.push({ ...whole, bottom: Math.min(whole.bottom, whole.top + MOST_ROWS_ASKED - 1) });
  });
  while (mixed.length > 0) {
    const parts = mixed.slice(0, MOST_BLOCKS).flatMap(partsOf);
    const ranges = parts.flatMap((part) => {
      const worksheet = asked[part.sheet]?.sheet;
      return worksheet ? [{ part, range: excelRange(worksheet, { ...part, left: 1, right: 1 }).load('rowHidden') }] : [];
    });
    await context.sync();
    for (const { part, range } of ranges) if (range.rowHidden === true) hide(part);
    mixed = ranges.filter(({ range }) => range.rowHidden === null).map(({ part }) => part);
  }
  return hidden;
}

function partsOf({ sheet, top, bottom }: RowBlock): RowBlock[] {
  const height = Math.ceil((bottom - top + 1) / PARTS);
  const count = Math.ceil((bottom - top + 1) / height);
  return Array.from({ length: count }, (_, k) => ({ sheet, top: top + k * height, bottom: Math.min(bottom, top + (k + 1) * height - 1) }));
}

/** The sheet as a grid, once everything has been asked for. */
export const gridAsked = (asked: AskedSheet, blocks: readonly CellBlock[], hiddenRows: ReadonlySet<number>, lookAt: LookAt): Grid =>
  gridOf({ title: asked.title, hidden: asked.hidden, merges: mergesOf(asked), hiddenRows, lookAt }, blocks);

function mergesOf({ merged }: AskedSheet): Area[] {
  if (!merged || merged.isNullObject) return [];
  return merged.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
    top: rowIndex + 1,
    left: columnIndex + 1,
    bottom: rowIndex + rowCount,
    right: columnIndex + columnCount,
  }));
}

function slicesOf({ used }: AskedSheet): Area[] {
  if (used.isNullObject) return [];
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  const whole = { top: rowIndex + 1, left: columnIndex + 1, bottom: rowIndex + rowCount, right: columnIndex + columnCount };
  return stripsOf(whole, MOST_CELLS_A_BATCH);
}

function blockOf({ values, formulas, numberFormat, valueTypes }: Excel.Range, rowIndex: number, columnIndex: number): CellBlock {
  return { top: rowIndex + 1, left: columnIndex + 1, values, formulas, formats: numberFormat, types: valueTypes };
}
