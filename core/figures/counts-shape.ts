import { above, all, any, blank, type Condition, filled, noCount, not, notZero, zero } from '../form/condition.ts';
import type { InputRule } from '../form/input-rule.ts';
import type { Marks, RowShape } from '../form/row-shape.ts';
import { noFigure, noFigureWithoutReason, nothingArose, reported, unreadState } from '../form/states.ts';
import type { Field } from '../layout.ts';
import { MOST_COUNTED } from '../limits.ts';
import { stateMarks } from './state-marks.ts';

const count = (title: string, more: string): InputRule => ({
  kind: 'whole',
  least: 0,
  most: MOST_COUNTED,
  title,
  prompt: `Nhập số đếm, là số nguyên từ 0. Không nhập tỷ lệ phần trăm, không nhập dạng 9/10.${more}`,
  error: 'Chỉ nhập số nguyên từ 0 trở lên, không kèm chữ, dấu % hay dấu /.',
});

const wanted = not(any(nothingArose, noFigure));

const countMarks = (field: Field, other: Field, more: Condition): Marks => ({
  wrong: any(
    noCount(field),
    all(noFigure, filled(field)),
    all(nothingArose, notZero(field)),
    all(wanted, filled(field), filled(other), more),
  ),
  missing: all(blank(field), wanted, any(reported, filled(other))),
});

/** A row in which part and whole are counted. */
export const COUNTS_SHAPE: RowShape = {
  name: 'counts',
  table: 'indicators',
  owed: 'owed',
  ownInputs: ['numerator', 'denominator'],
  unread: [
    unreadState,
    { at: 'cell', field: 'numerator', when: noCount('numerator'), says: '✕ Tử số phải là số nguyên, không âm.' },
    { at: 'cell', field: 'denominator', when: noCount('denominator'), says: '✕ Mẫu số phải là số nguyên, không âm.' },
  ],
  figure: { stands: notZero('numerator', 'denominator'), asked: 'nhập số liệu', needed: '✕ Nhập Tử số và Mẫu số.' },
  rules: {
    numerator: count('Tử số', '\nCách đếm: xem cột Cách tính.'),
    denominator: count('Mẫu số', '\nNếu mẫu số bằng 0, chọn “Không phát sinh”.'),
  },
  marks: (inputs) => ({
    state: stateMarks(inputs),
    numerator: countMarks('numerator', 'denominator', above('numerator', 'denominator')),
    denominator: countMarks('denominator', 'numerator', any(zero('denominator'), above('numerator', 'denominator'))),
    explanation: { missing: noFigureWithoutReason },
  }),
  hasRate: true,
};
