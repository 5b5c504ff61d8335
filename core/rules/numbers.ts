import * as z from 'zod';
import { formatDecimal } from '../format.ts';
import { fromDecimal } from '../fraction.ts';
import { twoReadings } from '../reading/decimal-text.ts';
import { none, rule } from './rule.ts';

/** Cells of a number with a unit. */
const OF_NUMBER = { stage: 'cell', reason: none, check: none, live: 'unread-cell' } as const;

export const numberAsText = rule({
  ...OF_NUMBER,
  id: 'number-as-text',
  severity: 'warning',
  facts: z.strictObject({ text: z.string(), number: z.number() }),
  sentence: ({ text, number }, { column }) =>
    `${column} “${text}” là chữ, được đọc là số ${formatDecimal(fromDecimal(number), 10)}. Nên nhập lại là số, không phải chữ.`,
  refusal: none,
  setting: { name: 'Giá trị là số, không phải chữ', allows: 'waiver' },
  fixes: ({ number }, { here }) => [{ kind: 'as-number', number, changes: [here(number)] }],
});

export const numberNotRead = rule({
  ...OF_NUMBER,
  id: 'number-not-read',
  severity: 'error',
  facts: z.strictObject({ text: z.string() }),
  sentence: ({ text }, { column }) => `${column} “${text}” không phải một số. Nhập một số, không kèm đơn vị tính hay dấu %.`,
  refusal: 'giá trị không phải số',
  setting: none,
  fixes: ({ text }, { here }) => twoReadings(text).map((number) => ({ kind: 'as-number', number, changes: [here(number)] })),
});
