import type { DerivedColumn, InputColumn } from '../column.ts';
import { COUNT_VALUE } from '../values/count.ts';

/**
 * Counts keep the general format: "9/10" typed there turns the cell into a date that everybody sees and the reader refuses; under
 * `#,##0` Excel keeps the format and shows 46.304.
 */
export const numeratorColumn: InputColumn<'numerator', number, 'answer'> = {
  field: 'numerator',
  header: 'Tử số',
  role: 'input',
  part: 'answer',
  openIn: 'rows-of-its-figure',
  valueKind: COUNT_VALUE,
  inputRule: 'by-row-shape',
  width: 8.4,
  align: 'right',
  format: 'none',
  panel: 'none',
  appendix: { shows: 'total', of: 'numerator', width: 9 },
  inMatrix: { whenReported: true, sources: { width: 11, shows: 'count' } },
};

export const denominatorColumn: InputColumn<'denominator', number, 'answer'> = {
  field: 'denominator',
  header: 'Mẫu số',
  role: 'input',
  part: 'answer',
  openIn: 'rows-of-its-figure',
  valueKind: COUNT_VALUE,
  inputRule: 'by-row-shape',
  width: 8.4,
  align: 'right',
  format: 'none',
  panel: 'none',
  appendix: { shows: 'total', of: 'denominator', width: 9 },
  inMatrix: { whenReported: true, sources: { width: 11, shows: 'count' } },
};

export const rateColumn: DerivedColumn<'rate'> = {
  field: 'rate',
  header: 'Tỷ lệ',
  role: 'derived',
  formula: 'rate',
  width: 8.5,
  align: 'right',
  format: '0.00%',
  panel: 'none',
  appendix: 'none',
};
