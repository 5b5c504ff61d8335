import * as z from 'zod';
import { noDigitOf } from '../form/condition.ts';
import { choiceRule } from '../form/input-rule.ts';
import { oncePerValue } from '../once.ts';
import { levelReader } from '../reading/words.ts';
import { levelsTo, MOST_OWN_LEVELS, USUAL_LEVELS } from '../words.ts';
import type { FigureKind, StatedFigure } from './figure.ts';
import { valueShape } from './value-shape.ts';

/** What a measure says of its levels; left out, they are five. */
interface LevelScale {
  readonly levels?: number | undefined;
}

/** Rows that are filled alike share one shape. */
const shapeTo = oncePerValue(MOST_OWN_LEVELS, (highest: number) => {
  const choices = levelsTo(highest);
  return valueShape({
    name: highest === USUAL_LEVELS ? 'level' : `level-${highest}`,
    rule: choiceRule(choices, 'Giá trị', `Chọn cấp độ từ 1 đến ${highest}.`),
    wrong: noDigitOf('value', choices.join('')),
    ask: `✕ Giá trị: chọn cấp độ từ 1 đến ${highest}.`,
  });
});

const wantedTo = (highest: number): string => `Dòng này nhận cấp độ từ 1 đến ${highest}.`;
const neededTo = (highest: number): string =>
  `Tình trạng là “Có số liệu” nhưng chưa có cấp độ. Nhập cấp độ từ 1 đến ${highest} ở cột Giá trị.`;
const valueTo = (highest: number) => z.int().min(1).max(highest);

const text = ({ value }: StatedFigure): string => `Cấp ${Number(value)}`;

/** A maturity level, from 1 to as many as the measure has. */
export const LEVEL: FigureKind<LevelScale> = {
  name: 'level',
  value: valueTo(MOST_OWN_LEVELS),
  wanted: wantedTo(USUAL_LEVELS),
  needed: neededTo(USUAL_LEVELS),
  offers: [],
  of: ({ levels = USUAL_LEVELS }) => ({
    value: valueTo(levels),
    wanted: wantedTo(levels),
    needed: neededTo(levels),
    shape: shapeTo(levels),
    cells: { value: levelReader(levels) },
    decimals: null,
    text,
    fullText: text,
    rate: () => null,
    inPane: ({ value }) => ({ value: Number(value), format: '"Cấp "0' }),
    inMatrix: ({ value }) => ({ value: Number(value), format: null }),
  }),
};
