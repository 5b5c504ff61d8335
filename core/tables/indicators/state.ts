import * as z from 'zod';
import { choiceRule } from '../../form/input-rule.ts';
import { readState } from '../../reading/words.ts';
import { STATE_WORDS } from '../../words.ts';
import type { InputColumn } from '../column.ts';
import { isEqual, whatever } from '../value-kind.ts';

export const IndicatorState = z.enum(['reported', 'nothing-arose', 'no-figure']);
export type IndicatorState = z.infer<typeof IndicatorState>;

const RULE = choiceRule(
  Object.values(STATE_WORDS),
  'Tình trạng',
  'Có số liệu: nhập số ở các ô bên phải (0 cũng là số liệu).\nKhông phát sinh: trong kỳ không có việc nào thuộc chỉ tiêu.\nChưa có số liệu: nêu lý do ở cột Giải trình.',
);

export const stateColumn: InputColumn<'state', IndicatorState, 'state'> = {
  field: 'state',
  header: 'Tình trạng',
  role: 'input',
  part: 'state',
  openIn: 'every-row',
  valueKind: {
    schema: IndicatorState,
    isFreeText: false,
    read: readState,
    cellValue: (state) => STATE_WORDS[state],
    display: (state) => STATE_WORDS[state],
    standsInForm: whatever,
    isSame: isEqual,
  },
  inputRule: RULE,
  width: 9.5,
  align: 'centre',
  format: 'none',
  panel: 'none',
  appendix: 'none',
  inMatrix: { whenReported: false, sources: 'none' },
};
