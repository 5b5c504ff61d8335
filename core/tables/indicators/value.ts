import { LEVELS, NO, YES } from '../../words.ts';
import type { InputColumn } from '../column.ts';
import { listRule } from '../list-rule.ts';
import { CHOICE } from '../values/choice.ts';

const ANSWER_RULE = listRule('Giá trị', [YES, NO], 'Chọn Có hoặc Không cho đơn vị mình.');
const LEVEL_RULE = listRule('Giá trị', LEVELS, 'Chọn cấp độ từ 1 đến 5.');

export const valueColumn: InputColumn<'value', boolean | number, 'answer'> = {
  field: 'value',
  header: 'Giá trị',
  role: 'input',
  part: 'answer',
  openIn: ['answer', 'level'],
  valueKind: CHOICE,
  inputRule: (shape) => (shape === 'answer' ? ANSWER_RULE : LEVEL_RULE),
  width: 7.2,
  align: 'centre',
  format: 'none',
  panel: 'none',
  appendix: 'none',
};
