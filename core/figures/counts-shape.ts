import { type Check, NOT_REPORTED, OTHER_WORD, REASON_NEEDED } from '../form/check.ts';
import { above, all, any, blank, type Condition, filled, noCount, not, notZero, zero } from '../form/condition.ts';
import type { InputRule } from '../form/input-rule.ts';
import type { Marks, RowInputs, RowShape } from '../form/row-shape.ts';
import { noFigure, noFigureWithoutReason, nothingArose, otherState, reported } from '../form/states.ts';
import type { Field } from '../layout.ts';
import { MOST_COUNTED } from '../limits.ts';
import { stateMarks } from './state-marks.ts';

const checks = ({ all: inputs }: RowInputs): readonly Check[] => [
  [blank(...inputs), NOT_REPORTED],
  [otherState, OTHER_WORD],
  [noCount('numerator'), '✕ Tử số phải là số nguyên, không âm.'],
  [noCount('denominator'), '✕ Mẫu số phải là số nguyên, không âm.'],
  [
    noFigure,
    [
      [filled('numerator', 'denominator'), '✕ “Chưa có số liệu” thì để trống Tử số, Mẫu số.'],
      [blank('explanation'), REASON_NEEDED],
    ],
  ],
  [nothingArose, [[notZero('numerator', 'denominator'), '✕ “Không phát sinh” thì để trống Tử số, Mẫu số.']]],
  [
    blank('numerator', 'denominator'),
    [
      [blank('state'), '▲ Chưa báo cáo: chọn Tình trạng, nhập số liệu.'],
      [filled('state'), '✕ Nhập Tử số và Mẫu số.'],
    ],
  ],
  [blank('denominator'), '✕ Có Tử số, chưa có Mẫu số.'],
  [blank('numerator'), '✕ Có Mẫu số, chưa có Tử số.'],
  [zero('denominator'), '✕ Mẫu số bằng 0: chọn “Không phát sinh”.'],
  [above('numerator', 'denominator'), '✕ Tử số lớn hơn Mẫu số.'],
];

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
  table: 'indicators',
  ownInputs: ['numerator', 'denominator'],
  checks,
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
