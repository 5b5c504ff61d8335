import { TASK_SHAPES } from '../../form/row-shape.ts';
import type { InputColumn } from '../column.ts';
import { FREE_TEXT } from '../values/free-text.ts';

export const noteColumn: InputColumn<'note', string, 'reason'> = {
  field: 'note',
  header: 'Ghi chú',
  role: 'input',
  part: 'reason',
  openIn: TASK_SHAPES,
  valueKind: FREE_TEXT,
  inputRule: () => 'none',
  width: 9.5,
  align: 'left',
  format: 'none',
  panel: { label: 'Ghi chú', blank: 'Không có', screens: ['desk'] },
  appendix: 'none',
};
