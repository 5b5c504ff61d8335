import type { Period, PeriodKind } from '../plan/period.ts';
import { partsOf, periodIn, periodsInYear } from '../plan/period-parts.ts';
import { squash } from '../text.ts';

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** A kind of period in a sentence: "báo cáo theo quý". */
export const RHYTHMS: Readonly<Record<PeriodKind, string>> = { year: 'năm', half: '6 tháng', quarter: 'quý', month: 'tháng' };

/** A period in a sentence: "năm 2026", "6 tháng đầu năm 2026", "quý II năm 2026", "tháng 7 năm 2026". */
export function periodName(period: Period): string {
  const { kind, year, number } = partsOf(period);
  switch (kind) {
    case 'year':
      return `năm ${year}`;
    case 'half':
      return `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'quarter':
      return `quý ${ROMAN[number - 1]} năm ${year}`;
    case 'month':
      return `tháng ${number} năm ${year}`;
  }
}

/** The same at the beginning of a line: "Quý II năm 2026". */
export const periodTitle = (period: Period): string => capitalised(periodName(period));

/** What stands behind "kỳ": "2026", "quý II năm 2026"; a text that is no period as it is. */
export function shortPeriodName(text: string): string {
  const period = periodIn(text);
  return period ? periodName(period).replace(/^năm /, '') : text;
}

/** A period where there is room for a few characters: "2026", "6T đầu 2026", "Q.II/2026", "T7/2026". */
export function briefPeriodName(period: Period): string {
  const { kind, year, number } = partsOf(period);
  switch (kind) {
    case 'year':
      return String(year);
    case 'half':
      return `6T ${number === 1 ? 'đầu' : 'cuối'} ${year}`;
    case 'quarter':
      return `Q.${ROMAN[number - 1]}/${year}`;
    case 'month':
      return `T${number}/${year}`;
  }
}

/** A period alone in a list or a column: "2026", "Quý II năm 2026". */
export const periodLabel = (text: string): string => capitalised(shortPeriodName(text));

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const NAME = /(?:6 tháng (đầu|cuối) |qu[ýí] (iv|i{1,3}|[1-4]) |tháng (0?[1-9]|1[0-2]) )?(?:năm )?(20\d\d)/;
const [WHOLE, AT_START] = [new RegExp(`^${NAME.source}$`), new RegExp(`^${NAME.source}(?!\\d)`)];

/** The period that a text names as titles of forms and tables do, in any case; null where it names none. */
export const periodOfName = (text: string): Period | null => periodFound(WHOLE.exec(squash(text).toLowerCase()));

/** The same of a text that begins with the name. */
export const periodNamedFirst = (text: string): Period | null => periodFound(AT_START.exec(squash(text).toLowerCase()));

function periodFound(found: RegExpExecArray | null): Period | null {
  if (!found) return null;
  const [, half, quarter, month, year = ''] = found;
  const inYear = (kind: PeriodKind, number: number): Period | null => periodsInYear(Number(year), kind)[number - 1] ?? null;
  if (half) return inYear('half', half === 'đầu' ? 1 : 2);
  if (quarter) return inYear('quarter', ROMAN.findIndex((one) => one.toLowerCase() === quarter) + 1 || Number(quarter));
  return month ? inYear('month', Number(month)) : inYear('year', 1);
}
