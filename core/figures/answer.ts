import type { FigureKind } from './figure.ts';
import { valueShape } from './value-shape.ts';
import { ANSWERED_ROW, answerRule, answerWord, otherAnswer, YES_OR_NO } from './yes-or-no.ts';

const shape = valueShape({
  name: 'answer',
  rule: answerRule('Chọn Có hoặc Không cho đơn vị mình.'),
  wrong: otherAnswer,
  ask: '✕ Giá trị: chọn Có hoặc Không.',
});

/** Yes or no, each agency for itself. */
export const ANSWER: FigureKind<unknown> = {
  ...YES_OR_NO,
  name: 'answer',
  wanted: 'Dòng này nhận Có hoặc Không (true, false).',
  needed: 'Tình trạng là “Có số liệu” nhưng chưa trả lời. Chọn “Có” hoặc “Không” ở cột Giá trị.',
  of: () => ({ ...ANSWERED_ROW, shape, fullText: answerWord }),
};
