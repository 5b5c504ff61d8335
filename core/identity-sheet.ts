import { OWN_SHEETS } from './own-sheets.ts';

/** Changes when a workbook of the last layout can no longer be read as one of this. */
export const LAYOUT_VERSION = '1';

/** The hidden identity sheet: labels in column A, values in column B. */
export const IDENTITY = {
  sheet: OWN_SHEETS.identity,
  definedName: 'PhuLuc_DinhDanh',
  labels: { plan: 'plan', period: 'period', agency: 'agency', layoutVersion: 'layout version' },
} as const;
