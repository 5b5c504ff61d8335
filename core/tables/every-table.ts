import type { DerivedColumn } from './column.ts';

/** The header of the first column of every table: by what stands there rows are found. */
export const ROW_KEY_HEADER = 'Mã';

/** What the live checks say of a row: the last column of every table. */
export const checkColumn: DerivedColumn<'check'> = {
  field: 'check',
  header: 'Kiểm tra',
  role: 'derived',
  formula: 'check',
  width: 15,
  align: 'left',
  format: 'none',
  panel: 'none',
  appendix: 'none',
};
