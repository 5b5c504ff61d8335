import { type Day, dayOf } from '../../day.ts';
import { squash } from '../../text.ts';

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const lastOf = (year: number, month: number): Day | null => dayOf(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());

/** The last day that a text of the plan leaves: of "quý II/2026", "12/2026", "ngày 15/3/2027", "năm 2027"; null where it names none. */
export function dayInWords(text: string): Day | null {
  const words = squash(text).toLowerCase();
  const [, date, ofMonth, inYear] = /(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)/.exec(words) ?? [];
  if (date) return dayOf(Number(inYear), Number(ofMonth), Number(date));
  const [, quarter = '', quarterYear] = /quý (iv|i{1,3}|[1-4])\s*(?:\/|-|,|năm)*\s*(20\d\d)/.exec(words) ?? [];
  if (quarterYear) return lastOf(Number(quarterYear), 3 * (ROMAN[quarter] ?? Number(quarter)));
  const [, month, monthYear] = /(?:tháng )?\b(\d{1,2})\s*(?:\/|năm )\s*(20\d\d)/.exec(words) ?? [];
  if (monthYear && Number(month) <= 12) return lastOf(Number(monthYear), Number(month));
  const [, year] = /năm (20\d\d)/.exec(words) ?? /^(20\d\d)$/.exec(words) ?? [];
  return year ? lastOf(Number(year), 12) : null;
}
