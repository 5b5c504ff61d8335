import * as z from 'zod';
import { rateAsPart } from '../fixing/part-of-whole.ts';
import { formatCount } from '../format.ts';
import { withComma } from '../wording/in-sentences.ts';
import { none, rule } from './rule.ts';

/** Cells of a count: a whole number from 0. */
const OF_COUNT = { stage: 'cell', reason: none, check: none } as const;

export const countAsText = rule({
  ...OF_COUNT,
  id: 'count-as-text',
  severity: 'warning',
  facts: z.strictObject({ text: z.string(), count: z.number() }),
  sentence: ({ text, count }, { column }) => `${column} “${text}” là chữ, được hiểu là ${formatCount(count)}. Nên nhập lại dưới dạng số.`,
  refusal: none,
  setting: { name: 'Số đếm là số, không phải chữ', allows: 'waiver' },
  fixes: ({ count }, { here }) => [{ kind: 'as-number', number: count, changes: [here(count)] }],
  live: 'unread-cell',
});

export const countIsAPercent = rule({
  ...OF_COUNT,
  id: 'count-is-a-percent',
  severity: 'error',
  facts: z.strictObject({ shown: z.string() }),
  sentence: ({ shown }, { column }) => `Ô ${column} đang là ${shown}, không phải số lượng. Nhập số lượng, không nhập tỷ lệ.`,
  refusal: 'số đếm là phần trăm',
  setting: none,
  /** The rate of a whole that stands beside it. */
  fixes: ({ shown }, place) => rateAsPart(shown, place),
  live: none, // a formula sees no format
});

export const countNegative = rule({
  ...OF_COUNT,
  id: 'count-negative',
  severity: 'error',
  facts: z.strictObject({ value: z.number() }),
  sentence: ({ value }, { column }) => `${column} (${withComma(value)}) là số âm. Nhập số từ 0 trở lên.`,
  refusal: 'số đếm âm',
  setting: none,
  fixes: none,
  live: 'unread-cell',
});

export const countFractional = rule({
  ...OF_COUNT,
  id: 'count-fractional',
  severity: 'error',
  facts: z.strictObject({ value: z.number() }),
  sentence: ({ value }, { column }) => `${column} (${withComma(value)}) không phải số nguyên. Nhập số lượng, không nhập tỷ lệ.`,
  refusal: 'số đếm lẻ',
  setting: none,
  fixes: ({ value }, place) => rateAsPart(String(value), place),
  live: 'unread-cell',
});

export const countTooLarge = rule({
  ...OF_COUNT,
  id: 'count-too-large',
  severity: 'error',
  facts: z.strictObject({ value: z.number(), most: z.number() }),
  sentence: ({ value, most }, { column }) => `${column} (${formatCount(value)}) lớn hơn ${formatCount(most)}. Kiểm tra lại con số này.`,
  refusal: 'số đếm quá lớn',
  setting: none,
  fixes: none,
  live: none, // the cell's own input rule refuses it
});
