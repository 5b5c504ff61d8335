import * as z from 'zod';
import type { Fix } from '../fixing/fix.ts';
import type { FixPlace } from '../fixing/fix-place.ts';
import { fifteenDigits } from '../reading/filled-cell.ts';
import { numberText } from '../reading/one-number.ts';
import { withComma } from '../wording/in-sentences.ts';
import { none, rule } from './rule.ts';

/** Cells of a task's progress, 0–100 %. */
const OF_PROGRESS = {
  stage: 'cell',
  reason: none,
  live: 'unread-cell',
  check: none,
} as const;

/** A progress written as a part of the whole and shown as a percentage. */
const asPercent = (percent: number, { here }: FixPlace): Fix => ({
  kind: 'as-percent',
  percent,
  changes: [here(fifteenDigits(percent / 100), 'percent')],
});

/** 0,4 is 40 % or 0,4 %: both are offered, the likelier first. */
const partOrPercent = (value: number, place: FixPlace): readonly Fix[] => [
  asPercent(fifteenDigits(value * 100), place),
  asPercent(value, place),
];

export const progressAsText = rule({
  ...OF_PROGRESS,
  id: 'progress-as-text',
  severity: 'warning',
  facts: z.strictObject({ text: z.string(), percent: z.number() }),
  sentence: ({ text, percent }) => `Tiến độ “${text}” là chữ, được hiểu là ${withComma(percent)}%. Nên nhập lại dưới dạng số.`,
  refusal: none,
  setting: { name: 'Tiến độ là số, không phải chữ', allows: 'waiver' },
  fixes: ({ percent }, place) => [asPercent(percent, place)],
});

const DECIMAL = /^(\d{1,3})[.,](\d{1,4})$/;

export const progressNotANumber = rule({
  ...OF_PROGRESS,
  id: 'progress-not-a-number',
  severity: 'error',
  facts: z.strictObject({ text: z.string() }),
  sentence: ({ text }) => `Tiến độ “${text}” không phải một con số. Nhập từ 0% đến 100%.`,
  refusal: 'tiến độ không phải số',
  setting: none,
  /** A decimal number typed as text: `12,5` has one reading, `0,4` has two. */
  fixes: (_, place) => {
    const { value: typed = null, mixed } = place.cell ?? {};
    const written = typeof typed === 'string' && !mixed ? DECIMAL.exec(numberText(typed)) : null;
    const value = written ? Number(`${written[1]}.${written[2]}`) : 0;
    if (value === 0 || value > 100) return [];
    return value > 1 ? [asPercent(value, place)] : partOrPercent(value, place);
  },
});

export const progressNegative = rule({
  ...OF_PROGRESS,
  id: 'progress-negative',
  severity: 'error',
  facts: z.strictObject({ value: z.number() }),
  sentence: ({ value }) => `Tiến độ (${withComma(value)}) là số âm. Nhập từ 0% đến 100%.`,
  refusal: 'tiến độ âm',
  setting: none,
  fixes: none,
});

export const progressPartOrPercent = rule({
  ...OF_PROGRESS,
  id: 'progress-part-or-percent',
  severity: 'error',
  facts: z.strictObject({ value: z.number() }),
  sentence: ({ value }) =>
    `Tiến độ ${withComma(value)} có thể là ${withComma(value)}% hoặc ${withComma(Number((value * 100).toPrecision(12)))}%. Nhập lại kèm dấu %.`,
  refusal: 'tiến độ chưa rõ là phần hay phần trăm',
  setting: none,
  fixes: ({ value }, place) => partOrPercent(value, place),
});

export const progressAboveWhole = rule({
  ...OF_PROGRESS,
  id: 'progress-above-whole',
  severity: 'error',
  /** `meant`: the percentage that was typed into a `%` cell and not taken for one; null where it is another thing. */
  facts: z.strictObject({ percent: z.number(), meant: z.number().nullable() }),
  sentence: ({ percent, meant }) =>
    `Tiến độ ${withComma(percent)}% lớn hơn 100%. ${meant === null ? 'Nhập từ 0% đến 100%.' : `Có phải đơn vị muốn nhập ${withComma(meant)}%?`}`,
  refusal: 'tiến độ quá 100%',
  setting: none,
  fixes: ({ meant }, place) => (meant === null ? [] : [asPercent(meant, place)]),
});
