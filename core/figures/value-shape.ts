import { all, any, blank, type Condition, filled } from '../form/condition.ts';
import type { InputRule } from '../form/input-rule.ts';
import type { RowShape } from '../form/row-shape.ts';
import { noFigure, noFigureWithoutReason, nothingArose, reported, unreadState } from '../form/states.ts';
import { stateMarks } from './state-marks.ts';

interface ValueShape {
  readonly name: RowShape['name'];
  readonly rule: InputRule;
  readonly wrong: Condition;
  readonly ask: string;
}

/** A row in which one value is stated. `wrong`: when its cell holds none; `ask`: what "Kiểm tra" then says, and where it is missing. */
export const valueShape = ({ name, rule, wrong, ask }: ValueShape): RowShape => ({
  name,
  table: 'indicators',
  owed: 'owed',
  ownInputs: ['value'],
  unread: [unreadState, { at: 'cell', field: 'value', when: wrong, says: ask }],
  figure: { stands: filled('value'), asked: 'Giá trị', needed: ask },
  rules: { value: rule },
  marks: (inputs) => ({
    state: stateMarks(inputs),
    value: { wrong: any(wrong, all(any(noFigure, nothingArose), filled('value'))), missing: all(reported, blank('value')) },
    explanation: { missing: noFigureWithoutReason },
  }),
  hasRate: false,
});
