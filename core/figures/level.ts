import * as z from 'zod';
import { noDigitOf } from '../form/condition.ts';
import { choiceRule } from '../form/input-rule.ts';
import { readLevel } from '../reading/words.ts';
import { LEVELS } from '../words.ts';
import type { FigureKind, StatedFigure } from './figure.ts';
import { valueShape } from './value-shape.ts';

const shape = valueShape({
  rule: choiceRule(LEVELS, 'Giá trị', 'Chọn cấp độ từ 1 đến 5.'),
  wrong: noDigitOf('value', LEVELS.join('')),
  ask: '✕ Giá trị: chọn cấp độ từ 1 đến 5.',
});

const text = ({ value }: StatedFigure): string => `Cấp ${Number(value)}`;

/** A maturity level from 1 to 5. */
export const LEVEL: FigureKind<unknown> = {
  name: 'level',
  value: z.int().min(1).max(5),
  wanted: 'Dòng này nhận cấp độ từ 1 đến 5.',
  needed: 'Tình trạng là “Có số liệu” nhưng chưa có cấp độ. Nhập cấp độ từ 1 đến 5 ở cột Giá trị.',
  offers: [],
  of: () => ({
    shape,
    cells: { value: readLevel },
    decimals: null,
    text,
    fullText: text,
    rate: () => null,
    inPane: ({ value }) => ({ value: Number(value), format: '"Cấp "0' }),
    inMatrix: ({ value }) => ({ value: Number(value), format: null }),
  }),
};
