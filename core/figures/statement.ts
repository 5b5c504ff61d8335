import type { Day } from '../day.ts';
import { all, any, blank, filled, noNumber, says } from '../form/condition.ts';
import type { InputRule } from '../form/input-rule.ts';
import type { RowShape } from '../form/row-shape.ts';
import { noFigure, noFigureWithoutReason, nothingArose, reported, unreadState } from '../form/states.ts';
import { formatDate } from '../format.ts';
import { YES } from '../words.ts';
import type { FigureKind, StatedFigure } from './figure.ts';
import { stateMarks } from './state-marks.ts';
import { ANSWERED_ROW, answerRule, answerWord, otherAnswer, YES_OR_NO } from './yes-or-no.ts';

const DAY_RULE: InputRule = {
  kind: 'day',
  // both are days
  first: '2000-01-01' as Day,
  last: '2099-12-31' as Day,
  title: 'Ngày hoàn thành',
  prompt: 'Ngày hoàn thành, theo thứ tự ngày/tháng/năm, ví dụ 05/11/2026.',
  error: 'Chỉ nhập một ngày, theo thứ tự ngày/tháng/năm, ví dụ 05/11/2026.',
};

const ASK = '✕ Giá trị: chọn Có (đã hoàn thành) hoặc Không.';
/** Done, and nobody knows when. */
export const doneWithoutDay = all(says('value', YES), blank('on'));

const shape: RowShape = {
  name: 'statement',
  table: 'indicators',
  owed: 'owed',
  ownInputs: ['value', 'on'],
  unread: [
    unreadState,
    { at: 'cell', field: 'value', when: otherAnswer, says: ASK },
    { at: 'cell', field: 'on', when: noNumber('on'), says: '✕ Ngày hoàn thành: nhập ngày/tháng/năm.' },
  ],
  figure: { stands: filled('value'), asked: 'Giá trị', needed: ASK },
  rules: { value: answerRule('Chọn Có nếu đã hoàn thành, và ghi ngày hoàn thành.'), on: DAY_RULE },
  marks: (inputs) => ({
    state: stateMarks(inputs),
    value: { wrong: any(otherAnswer, all(any(noFigure, nothingArose), filled('value'))), missing: all(reported, blank('value')) },
    on: { wrong: noNumber('on'), missing: doneWithoutDay },
    explanation: { missing: noFigureWithoutReason },
  }),
  hasRate: false,
};

const fullText = (stated: StatedFigure): string => (stated.on ? `${answerWord(stated)} (${formatDate(stated.on)})` : answerWord(stated));

/** Whether something was done, and when. */
export const STATEMENT: FigureKind<unknown> = {
  ...YES_OR_NO,
  name: 'statement',
  wanted: 'Dòng này nhận Có hoặc Không (true, false) và ngày hoàn thành (on).',
  needed: 'Tình trạng là “Có số liệu” nhưng chưa trả lời. Chọn “Có” hoặc “Không” ở cột Giá trị, kèm ngày hoàn thành khi chọn “Có”.',
  of: () => ({ ...ANSWERED_ROW, shape, fullText }),
};
