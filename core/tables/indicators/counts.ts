import type { InputRule } from '../../form/input-rule.ts';
import type { DerivedColumn, InputColumn } from '../column.ts';
import { COUNT } from '../values/count.ts';
import { MOST_COUNTED } from '../values/limits.ts';

const countRule = (title: string, more: string): InputRule => ({
  kind: 'whole',
  least: 0,
  most: MOST_COUNTED,
  title,
  prompt: `Nhập số đếm, là số nguyên từ 0. Không nhập tỷ lệ phần trăm, không nhập dạng 9/10.${more}`,
  error: 'Chỉ nhập số nguyên từ 0 trở lên, không kèm chữ, dấu % hay dấu /.',
});
const NUMERATOR_RULE = countRule('Tử số', '\nCách đếm: xem cột Cách tính.');
const DENOMINATOR_RULE = countRule('Mẫu số', '\nNếu mẫu số bằng 0, chọn “Không phát sinh”.');

/**
 * Counts keep the general format: "9/10" typed there turns the cell into a date that everybody sees and the reader refuses; under
 * `#,##0` Excel keeps the format and shows 46.304.
 */
export const numeratorColumn: InputColumn<'numerator', number, 'answer'> = {
  field: 'numerator',
  header: 'Tử số',
  role: 'input',
  part: 'answer',
  openIn: ['counts'],
  valueKind: COUNT,
  inputRule: () => NUMERATOR_RULE,
  width: 8.3,
  align: 'right',
  format: 'none',
  panel: 'none',
  appendix: { shows: 'total', of: 'numerator', width: 9 },
};

export const denominatorColumn: InputColumn<'denominator', number, 'answer'> = {
  field: 'denominator',
  header: 'Mẫu số',
  role: 'input',
  part: 'answer',
  openIn: ['counts'],
  valueKind: COUNT,
  inputRule: () => DENOMINATOR_RULE,
  width: 8.3,
  align: 'right',
  format: 'none',
  panel: 'none',
  appendix: { shows: 'total', of: 'denominator', width: 9 },
};

export const rateColumn: DerivedColumn<'rate'> = {
  field: 'rate',
  header: 'Tỷ lệ',
  role: 'derived',
  formula: 'rate',
  width: 8.2,
  align: 'right',
  format: '0.00%',
  panel: 'none',
  appendix: 'none',
};
