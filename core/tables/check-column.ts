import type { DerivedColumn } from './column.ts';

/** What the live checks say of a row: the last column of every table. */
export const checkColumn: DerivedColumn<'check'> = {
  field: 'check',
  header: 'Kiểm tra',
  role: 'derived',
  formula: 'check',
  width: 13.2,
  align: 'left',
  format: 'none',
  panel: 'none',
};
