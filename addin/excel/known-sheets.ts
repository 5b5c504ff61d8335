import { cellAt, type Workbook } from '../../core/grid.ts';
import type { ExcelValue } from './port.ts';

/** What was last read: the sheets by the id that events give, and their values, so that only what differs is written. */
export interface KnownSheets {
  /** The title of a sheet, null where it was never seen. */
  titleOf(id: string): string | null;
  /** The sheets that may be asked for at once; none where the workbook is large. */
  readonly ids: readonly string[];
  /** The value last read, undefined where the sheet was never read. */
  valueAt(sheet: string, row: number, column: number): ExcelValue | undefined;
  remember(titles: ReadonlyMap<string, string>, workbook: Workbook, small: boolean): void;
  forget(): void;
  /** Takes what the pane wrote for the value of the cell, until it is read again. */
  wrote(sheet: string, row: number, column: number, value: ExcelValue): void;
}

export function knownSheets(): KnownSheets {
  let titles: ReadonlyMap<string, string> = new Map();
  let grids: Workbook['grids'] = [];
  let small = true;
  const written = new Map<string, ExcelValue>();
  const key = (sheet: string, row: number, column: number): string => `${row} ${column} ${sheet}`;
  return {
    titleOf: (id) => titles.get(id) ?? null,
    get ids() {
      return small ? [...titles.keys()] : [];
    },
    valueAt(sheet, row, column) {
      const ours = written.get(key(sheet, row, column));
      if (ours !== undefined) return ours;
      const grid = grids.find(({ title }) => title === sheet);
      if (!grid) return undefined;
      const gridRow = grid.rows.find(({ number }) => number === row);
      const cell = gridRow && cellAt(gridRow, column);
      return cell?.error ?? cell?.value ?? null;
    },
    remember(newTitles, workbook, isSmall) {
      titles = newTitles;
      grids = workbook.grids;
      small = isSmall;
      written.clear();
    },
    forget() {
      titles = new Map();
      grids = [];
      written.clear();
    },
    wrote(sheet, row, column, value) {
      written.set(key(sheet, row, column), value);
    },
  };
}
