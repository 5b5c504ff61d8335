import * as z from 'zod';
import type { Condition } from '../form/condition.ts';
import { decimalsOf } from '../fraction.ts';
import { MOST_COUNTED } from '../limits.ts';
import { type NumberUnit, numberFormat, numberWithUnit } from '../measures/number-text.ts';
import { readNumber } from '../reading/number.ts';
import type { FigureKind, StatedFigure } from './figure.ts';
import { valueShape } from './value-shape.ts';

/** The cell holds no number, or one with more decimals. */
const noNumberWith = (decimals: number): Condition => ({
  formula: (cell) => `IF(ISNUMBER(${cell('value')}),${cell('value')}<>ROUND(${cell('value')},${decimals}),TRIM(${cell('value')})<>"")`,
  holds: ({ value }) => (typeof value === 'number' ? decimalsOf(value) > decimals : String(value ?? '').trim() !== ''),
});

const decimalsText = (decimals: number): string => (decimals === 0 ? 'số nguyên' : `số có tối đa ${decimals} chữ số thập phân`);

/** Rows that are filled alike share one shape. */
const shapes = new Map<string, ReturnType<typeof valueShape>>();

function shapeOf({ unit, decimals }: NumberUnit) {
  const key = `${decimals} ${unit}`;
  const ask = `✕ Giá trị: nhập ${decimalsText(decimals)}.`;
  const prompt = `Nhập ${decimalsText(decimals)}, không kèm đơn vị.\nĐơn vị tính: ${unit}.`;
  const rule = {
    kind: 'decimal',
    least: -MOST_COUNTED,
    most: MOST_COUNTED,
    title: 'Giá trị',
    prompt,
    error: `Chỉ nhập ${decimalsText(decimals)}.`,
  } as const;
  const shape = shapes.get(key) ?? valueShape({ name: `number-${decimals}`, rule, wrong: noNumberWith(decimals), ask });
  shapes.set(key, shape);
  return shape;
}

/** A number with a unit: money, people, points, a rank. */
export const NUMBER: FigureKind<NumberUnit> = {
  name: 'number',
  value: z.number().min(-MOST_COUNTED).max(MOST_COUNTED),
  wanted: 'Dòng này nhận một số ở Giá trị (value).',
  needed: 'Tình trạng là “Có số liệu” nhưng chưa có số. Nhập số ở cột Giá trị.',
  offers: [],
  of(measure) {
    const text = ({ value }: StatedFigure): string => numberWithUnit(Number(value), measure);
    const shown = ({ value }: StatedFigure) => ({ value: Number(value), format: numberFormat(measure.decimals) });
    return {
      shape: shapeOf(measure),
      cells: { value: readNumber },
      decimals: measure.decimals,
      text,
      fullText: text,
      rate: () => null,
      inPane: shown,
      inMatrix: shown,
    };
  },
};
