import type { InputRule } from '../../form/input-rule.ts';
import { LEVELS, NO, YES } from '../../words.ts';
import type { InputColumn } from '../column.ts';
import { CHOOSE_FROM_LIST } from '../input-words.ts';
import { CHOICE } from '../values/choice.ts';

const listRule = (words: readonly string[], prompt: string): InputRule => ({
  kind: 'list',
  words,
  title: 'Giá trị',
  prompt,
  error: CHOOSE_FROM_LIST,
});
const ANSWER_RULE = listRule([YES, NO], 'Chọn Có hoặc Không cho đơn vị mình.');
const LEVEL_RULE = listRule(LEVELS, 'Chọn cấp độ từ 1 đến 5.');

export const valueColumn: InputColumn<'value', boolean | number, 'answer'> = {
  field: 'value',
  header: 'Giá trị',
  role: 'input',
  part: 'answer',
  opens: ['answer', 'level'],
  holds: CHOICE,
  inputRule: (shape) => (shape === 'answer' ? ANSWER_RULE : LEVEL_RULE),
  width: 7.2,
  align: 'centre',
  format: 'none',
  panel: 'none',
  appendix: 'none',
};
