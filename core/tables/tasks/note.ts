import type { InputColumn, None } from '../column.ts';
import { TEXT_VALUE } from '../values/text.ts';

export const noteColumn: InputColumn<'note', string, 'reason', None> = {
  field: 'note',
  header: 'Ghi chú',
  role: 'input',
  part: 'reason',
  openIn: 'every-row',
  valueKind: TEXT_VALUE,
  inputRule: 'none',
  width: 9.6,
  align: 'left',
  format: '@',
  panel: { label: 'Ghi chú', blank: 'Không có', screens: ['desk'] },
  appendix: 'none',
  inMatrix: 'none',
};
