import * as z from 'zod';
import { INDICATOR_SHAPES } from '../../form/row-shape.ts';
import { readState } from '../../reading/words.ts';
import { STATE_WORDS } from '../../words.ts';
import type { InputColumn } from '../column.ts';
import { listRule } from '../list-rule.ts';
import { isEqual } from '../value-kind.ts';

export const State = z.enum(['reported', 'nothing-arose', 'no-figure']);
export type State = z.infer<typeof State>;

const RULE = listRule(
  'Tình trạng',
  Object.values(STATE_WORDS),
  'Có số liệu: nhập số ở các ô bên phải (0 cũng là số liệu).\nKhông phát sinh: trong kỳ không có việc nào thuộc chỉ tiêu.\nChưa có số liệu: nêu lý do ở cột Giải trình.',
);

export const stateColumn: InputColumn<'state', State, 'state'> = {
  field: 'state',
  header: 'Tình trạng',
  role: 'input',
  part: 'state',
  openIn: INDICATOR_SHAPES,
  valueKind: {
    schema: State,
    isFreeText: false,
    read: readState,
    cellValue: (state) => STATE_WORDS[state],
    display: (state) => STATE_WORDS[state],
    isSame: isEqual,
  },
  inputRule: () => RULE,
  width: 9.4,
  align: 'centre',
  format: 'none',
  panel: 'none',
  appendix: 'none',
};
