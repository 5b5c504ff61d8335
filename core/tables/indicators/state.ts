import * as z from 'zod';
import type { InputRule } from '../../form/input-rule.ts';
import { INDICATOR_SHAPES } from '../../form/row-shape.ts';
import { readState } from '../../reading/words.ts';
import { STATE_WORDS } from '../../words.ts';
import type { InputColumn } from '../column.ts';
import { CHOOSE_FROM_LIST } from '../input-words.ts';
import { isEqual } from '../value-kind.ts';

export const State = z.enum(['reported', 'nothing-arose', 'no-figure']);
export type State = z.infer<typeof State>;

const RULE: InputRule = {
  kind: 'list',
  words: Object.values(STATE_WORDS),
  title: 'Tình trạng',
  prompt:
    'Có số liệu: nhập số ở các ô bên phải (0 cũng là số liệu).\nKhông phát sinh: trong kỳ không có việc nào thuộc chỉ tiêu.\nChưa có số liệu: nêu lý do ở cột Giải trình.',
  error: CHOOSE_FROM_LIST,
};

export const stateColumn: InputColumn<'state', State, 'state'> = {
  field: 'state',
  header: 'Tình trạng',
  role: 'input',
  part: 'state',
  opens: INDICATOR_SHAPES,
  holds: {
    schema: State,
    isFreeText: false,
    read: readState,
    typed: (state) => STATE_WORDS[state],
    told: (state) => STATE_WORDS[state],
    isSame: isEqual,
  },
  inputRule: () => RULE,
  width: 9.4,
  align: 'centre',
  format: 'none',
  panel: 'none',
  appendix: 'none',
};
