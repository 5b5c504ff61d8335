import { formatCount, formatPercent, percentOf } from '../format.ts';
import { type LimitSettings, limitOf } from '../measures/limit.ts';
import { readCount } from '../reading/count.ts';
import { COUNTS_SHAPE } from './counts-shape.ts';
import type { FigureKind } from './figure.ts';

/** Part and whole, both counted; a rate is never typed. */
export const COUNTS: FigureKind<LimitSettings> = {
  name: 'counts',
  value: null,
  wanted: 'Dòng này nhận tử số và mẫu số.',
  needed: 'Tình trạng là “Có số liệu” nhưng chưa có số. Nhập tử số và mẫu số, hoặc chọn tình trạng khác.',
  offers: 'nothing-arose',
  of(measure) {
    const target = limitOf(measure).value;
    const rateText = (numerator: number, denominator: number): string => formatPercent(percentOf(numerator, denominator), target);
    const text = (numerator: number, denominator: number): string => (denominator === 0 ? '0/0' : rateText(numerator, denominator));
    return {
      shape: COUNTS_SHAPE,
      cells: { numerator: readCount, denominator: readCount },
      decimals: null,
      text: ({ numerator = 0, denominator = 0 }) => text(numerator, denominator),
      fullText: ({ numerator = 0, denominator }) =>
        denominator === undefined
          ? text(numerator, 0)
          : `${text(numerator, denominator)} (${formatCount(numerator)}/${formatCount(denominator)})`,
      rate: ({ numerator, denominator }) => (numerator === undefined || !denominator ? null : rateText(numerator, denominator)),
      inPane: ({ numerator = 0, denominator = 0 }) =>
        denominator === 0 ? { value: '0/0', format: null } : { value: numerator / denominator, format: '0.00%' },
      inMatrix: ({ numerator, denominator }) =>
        numerator === undefined || !denominator ? { value: null, format: null } : { value: numerator / denominator, format: '[=1]0%;0.0%' },
    };
  },
};
