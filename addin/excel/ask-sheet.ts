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
  /** The font of all its cells together, where Excel can tell of each (1.9). */
  readonly font: Excel.RangeFont | null;
}

const CELLS = 'values,formulas,numberFormat,valueTypes';
const FONT = 'strikethrough,superscript,subscript';

/** What is known of a sheet, and what it is asked for besides its size. */
interface SheetLook {
  readonly title: string;
  readonly hidden: boolean;
  readonly merges: boolean;
  readonly fonts: boolean;
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
  const font = look.fonts ? used.format.font : null;
  font?.load(FONT);
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

/** Which rows are hidden; asks for each only where some are and some are not. */
export async function hiddenRowsOf(context: Excel.RequestContext, asked: readonly AskedSheet[]): Promise<ReadonlySet<number>[]> {
  const mixed = asked.map(({ used }) => {
    if (used.isNullObject || used.rowHidden !== null) return [];
    return Array.from({ length: Math.min(used.rowCount, MOST_ROWS_ASKED) }, (_, k) => {
      const row = used.getRow(k);
      row.load('rowHidden');
      return { number: used.rowIndex + 1 + k, row };
    });
  });
  if (mixed.some((rows) => rows.length > 0)) await context.sync();
  return asked.map(({ used }, k) => {
    if (!used.isNullObject && used.rowHidden === true)
      return new Set(Array.from({ length: used.rowCount }, (_, n) => used.rowIndex + 1 + n));
    return new Set((mixed[k] ?? []).filter(({ row }) => row.rowHidden).map(({ number }) => number));
  });
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
