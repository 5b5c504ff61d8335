import type { Worksheet } from 'exceljs';
import { cellName } from '../../core/grid.ts';
import { type FormTable, HEADER_ROW } from './form-table.ts';

/** Locks all but the input cells, without a password; columns and rows may be made wider, so that long answers can be read. */
export async function protectForm(sheet: Worksheet): Promise<void> {
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

/** Header and plan columns stay in view; the cursor waits in the first input cell. */
export function freeze(sheet: Worksheet, table: FormTable, firstAsked: number | undefined): void {
  sheet.views = [
    {
      state: 'frozen',
      xSplit: table.firstInput - 1,
      ySplit: HEADER_ROW,
      topLeftCell: cellName(HEADER_ROW + 1, table.firstInput),
      activeCell: cellName(firstAsked ?? HEADER_ROW + 1, table.firstInput),
      showGridLines: false,
      zoomScale: 90,
    },
  ];
}
