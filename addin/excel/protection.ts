import type { SheetEdit } from '../../core/adopting/sheet-edit.ts';

type Leaves = Extract<SheetEdit, { kind: 'protect' }>['leaves'];

const SIZING: Excel.WorksheetProtectionOptions = { allowFormatColumns: true, allowFormatRows: true };

/** What may still be done on a protected sheet; locked cells cannot be typed into either way. */
export const PROTECTION = {
  sizing: SIZING,
  'everything-else': {
    ...SIZING,
    allowAutoFilter: true,
    allowDeleteColumns: true,
    allowDeleteRows: true,
    allowFormatCells: true,
    allowInsertColumns: true,
    allowInsertHyperlinks: true,
    allowInsertRows: true,
    allowPivotTables: true,
    allowSort: true,
  },
} as const satisfies Record<Leaves, Excel.WorksheetProtectionOptions>;
