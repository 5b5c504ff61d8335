import type { Period, PeriodKind } from '../period.ts';
import { periodsInYear } from '../period-parts.ts';

const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const QUARTER = /quý (iv|i{1,3}|[1-4])(?![\p{L}\d])/u;
const HALF = /(?:6|sáu) tháng (đầu|cuối)(?: năm)?/;
const MONTH = /(?<!(?:\d|sáu) )tháng (1[0-2]|0?[1-9])(?!\d)/;

/**
 * The quarter, half or month of a year in the heading of a column ("quý II/2026", "6 tháng đầu năm"), in small letters; null where it names
 * none.
 */
export function namedPeriod(text: string, year: number): { readonly kind: PeriodKind; readonly period: Period } | null {
  const [, quarter] = QUARTER.exec(text) ?? [];
  if (quarter) return nth('quarter', year, QUARTERS[quarter] ?? Number(quarter));
  const [, half] = HALF.exec(text) ?? [];
  if (half) return nth('half', year, half === 'đầu' ? 1 : 2);
  const [, month] = MONTH.exec(text) ?? [];
  return month ? nth('month', year, Number(month)) : null;
}

function nth(kind: PeriodKind, year: number, number: number) {
  const period = periodsInYear(year, kind)[number - 1];
  return period === undefined ? null : { kind, period };
}
