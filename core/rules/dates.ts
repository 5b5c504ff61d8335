import * as z from 'zod';
import { dayOf, serialOfDay } from '../day.ts';
import type { Fix } from '../fixing/fix.ts';
import type { FixPlace } from '../fixing/fix-place.ts';
import { withComma } from '../wording/in-sentences.ts';
import { none, rule } from './rule.ts';

/** Cells of a document's date. */
const OF_DATE = { stage: 'cell', reason: none, check: none } as const;

/** A day that was read from a text or a bare number, "05/11/2026", as a real date. */
function asDate(shown: string, { here }: FixPlace): readonly Fix[] {
  const [day, month, year] = shown.split('/');
  const date = dayOf(Number(year), Number(month), Number(day));
  return date ? [{ kind: 'as-date', date, changes: [here(serialOfDay(date), 'date')] }] : [];
}

export const dateAsText = rule({
  ...OF_DATE,
  id: 'date-as-text',
  severity: 'warning',
  facts: z.strictObject({ text: z.string(), date: z.string() }),
  sentence: ({ text, date }) => `Ngày ban hành “${text}” là chữ, được hiểu là ngày ${date}. Nên nhập lại dưới dạng ngày.`,
  refusal: none,
  setting: { name: 'Ngày là ngày, không phải chữ', allows: 'waiver' },
  fixes: ({ date }, place) => asDate(date, place),
  live: 'unread-cell',
});

export const dateAsNumber = rule({
  ...OF_DATE,
  id: 'date-as-number',
  severity: 'warning',
  facts: z.strictObject({ value: z.number(), date: z.string() }),
  sentence: ({ value, date }) =>
    `Ngày ban hành ${withComma(value)} mất định dạng ngày, được hiểu là ngày ${date}. Nên nhập lại dưới dạng ngày.`,
  refusal: none,
  setting: { name: 'Ngày là ngày, không phải số', allows: 'waiver' },
  fixes: ({ date }, place) => asDate(date, place),
  live: none, // a formula sees no format
});

export const dateNotRead = rule({
  ...OF_DATE,
  id: 'date-not-read',
  severity: 'error',
  facts: z.strictObject({ text: z.string() }),
  sentence: ({ text }) => `Ngày ban hành “${text}” không đọc được. Nhập theo dạng ngày/tháng/năm, ví dụ 05/11/2026.`,
  refusal: 'ngày không đọc được',
  setting: none,
  fixes: none,
  live: 'unread-cell',
});
