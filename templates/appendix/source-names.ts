import { OWN_SHEETS } from '../../core/own-sheets.ts';
export const SOURCE_TITLE = OWN_SHEETS.sources;

/** Names of the columns that formulas add up. */
export const SOURCE = {
  row: 'SoLieu_Ma',
  agency: 'SoLieu_CoQuan',
  numerator: 'SoLieu_TuSo',
  denominator: 'SoLieu_MauSo',
  value: 'SoLieu_GiaTri',
  on: 'SoLieu_NgayHoanThanh',
  meets: 'SoLieu_DatMuc',
} as const;
