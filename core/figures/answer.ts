import * as z from 'zod';
import { saysNoneOf } from '../form/condition.ts';
import { choiceRule } from '../form/input-rule.ts';
import { readAnswer } from '../reading/words.ts';
import { NO, YES } from '../words.ts';
import type { FigureKind, ShownNumber, StatedFigure } from './figure.ts';
import { valueShape } from './value-shape.ts';

const shape = valueShape({
  rule: choiceRule([YES, NO], 'Giá trị', 'Chọn Có hoặc Không cho đơn vị mình.'),
  wrong: saysNoneOf('value', [YES, NO]),
  ask: '✕ Giá trị: chọn Có hoặc Không.',
});

const word = ({ value }: StatedFigure): string => (value ? YES : NO);
const shown = (stated: StatedFigure): ShownNumber => ({ value: word(stated), format: null });

/** Yes or no, each agency for itself. */
export const ANSWER: FigureKind<unknown> = {
  name: 'answer',
  value: z.boolean(),
  wanted: 'Dòng này nhận Có hoặc Không (true, false).',
  needed: 'Tình trạng là “Có số liệu” nhưng chưa trả lời. Chọn “Có” hoặc “Không” ở cột Giá trị.',
  offers: [YES, NO],
  of: () => ({
    shape,
    cells: { value: readAnswer },
    decimals: null,
    text: word,
    fullText: word,
    rate: () => null,
    inPane: shown,
    inMatrix: shown,
  }),
};
