import type { Style, Worksheet } from 'exceljs';
import { cellName } from '../../core/grid.ts';
import { type FormTable, HEADER_ROW } from './form-table.ts';

/** Of cells that were never written. */
const LOCKED_COLUMN: Partial<Style> = { protection: { locked: true } };

/** Locks all but the input cells, without a password; columns and rows may be made wider, so that long answers can be read. */
export async function protectForm(sheet: Worksheet): Promise<void> {
  for (const column of sheet.columns) column.style = LOCKED_COLUMN;
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    formatCells: false,
    sort: false,
    autoFilter: false,
  });
}

/**
 * The header row and the rows' names stay in view, the letterhead above them is for paper: the window begins at the header, so that
 * nothing else is frozen. The cursor waits in the first input cell.
 */
export function freeze(sheet: Worksheet, { firstInput, lastNaming }: FormTable, firstAsked: number | undefined): void {
  sheet.views = [
    {
      state: 'frozen',
      xSplit: lastNaming,
      ySplit: 1,
      topLeftCell: cellName(HEADER_ROW + 1, lastNaming + 1),
      activeCell: cellName(firstAsked ?? HEADER_ROW + 1, firstInput),
      showGridLines: false,
      zoomScale: 90,
    },
  ];
}

/** What exceljs does not write: where a window begins. */
export const windowFrom = (sheet: string, row: number): string => sheet.replace('<sheetView ', `<sheetView topLeftCell="A${row}" `);

/** exceljs marks each height that is set as a custom one; programs do not fit such a row anew when a long text is typed into it. */
export const letGrow = (sheet: string, rows: ReadonlySet<number>): string =>
  sheet.replace(/(<row r="(\d+)" ht="[\d.]+") customHeight="1"/g, (all, kept: string, row: string) => (rows.has(Number(row)) ? kept : all));
