import * as z from 'zod';
import type { Day } from '../day.ts';
import { all, any, blank, filled, noNumber, says, saysNoneOf } from '../form/condition.ts';
import { choiceRule, type InputRule } from '../form/input-rule.ts';
import type { RowShape } from '../form/row-shape.ts';
import { noFigure, noFigureWithoutReason, nothingArose, reported, unreadState } from '../form/states.ts';
import { formatDate } from '../format.ts';
import { readAnswer } from '../reading/words.ts';
import { NO, YES } from '../words.ts';
import type { FigureKind, ShownNumber, StatedFigure } from './figure.ts';
import { stateMarks } from './state-marks.ts';

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
const otherWord = saysNoneOf('value', [YES, NO]);
/** Done, and nobody knows when. */
export const doneWithoutDay = all(says('value', YES), blank('on'));

const shape: RowShape = {
  table: 'indicators',
  owed: 'owed',
  ownInputs: ['value', 'on'],
  unread: [
    unreadState,
    { at: 'cell', field: 'value', when: otherWord, says: ASK },
    { at: 'cell', field: 'on', when: noNumber('on'), says: '✕ Ngày hoàn thành: nhập ngày/tháng/năm.' },
  ],
  figure: { stands: filled('value'), asked: 'Giá trị', needed: ASK },
  rules: { value: choiceRule([YES, NO], 'Giá trị', 'Chọn Có nếu đã hoàn thành, và ghi ngày hoàn thành.'), on: DAY_RULE },
  marks: (inputs) => ({
    state: stateMarks(inputs),
    value: { wrong: any(otherWord, all(any(noFigure, nothingArose), filled('value'))), missing: all(reported, blank('value')) },
    on: { wrong: noNumber('on'), missing: doneWithoutDay },
    explanation: { missing: noFigureWithoutReason },
  }),
  hasRate: false,
};

const word = ({ value }: StatedFigure): string => (value ? YES : NO);
const fullText = (stated: StatedFigure): string => (stated.on ? `${word(stated)} (${formatDate(stated.on)})` : word(stated));
const shown = (stated: StatedFigure): ShownNumber => ({ value: word(stated), format: null });

/** Whether something was done, and when. */
export const STATEMENT: FigureKind<unknown> = {
  name: 'statement',
  value: z.boolean(),
  wanted: 'Dòng này nhận Có hoặc Không (true, false) và ngày hoàn thành (on).',
  needed: 'Tình trạng là “Có số liệu” nhưng chưa trả lời. Chọn “Có” hoặc “Không” ở cột Giá trị, kèm ngày hoàn thành khi chọn “Có”.',
  offers: [YES, NO],
  of: () => ({
    shape,
    cells: { value: readAnswer },
    decimals: null,
    text: word,
    fullText,
    rate: () => null,
    inPane: shown,
    inMatrix: shown,
  }),
};
