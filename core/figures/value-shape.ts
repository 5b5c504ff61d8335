import { NOT_REPORTED, OTHER_WORD, REASON_NEEDED } from '../form/check.ts';
import { all, any, blank, type Condition, filled } from '../form/condition.ts';
import type { InputRule } from '../form/input-rule.ts';
import type { RowShape } from '../form/row-shape.ts';
import { noFigure, noFigureWithoutReason, nothingArose, otherState, reported } from '../form/states.ts';
import { stateMarks } from './state-marks.ts';

/** A row in which one value is stated. `wrong`: when its cell holds none; `ask`: what "Kiểm tra" then says. */
export const valueShape = ({ rule, wrong, ask }: { rule: InputRule; wrong: Condition; ask: string }): RowShape => ({
  table: 'indicators',
  ownInputs: ['value'],
  checks: (inputs) => [
    [blank(...inputs.all), NOT_REPORTED],
    [otherState, OTHER_WORD],
    [wrong, ask],
    [
      noFigure,
      [
        [filled('value'), '✕ “Chưa có số liệu” thì để trống Giá trị.'],
        [blank('explanation'), REASON_NEEDED],
      ],
    ],
    [nothingArose, [[filled('value'), '✕ “Không phát sinh” thì để trống Giá trị.']]],
    [
      blank('value'),
      [
        [blank('state'), '▲ Chưa báo cáo: chọn Tình trạng, Giá trị.'],
        [filled('state'), ask],
      ],
    ],
  ],
  rules: { value: rule },
  marks: (inputs) => ({
    state: stateMarks(inputs),
    value: { wrong: any(wrong, all(any(noFigure, nothingArose), filled('value'))), missing: all(reported, blank('value')) },
    explanation: { missing: noFigureWithoutReason },
  }),
  hasRate: false,
});
