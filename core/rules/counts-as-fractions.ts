import * as z from 'zod';
import type { FixPlace } from '../fixing/fix-place.ts';
import { rateAsPart } from '../fixing/part-of-whole.ts';
import { MOST_COUNTED } from '../limits.ts';
import { numberText } from '../reading/one-number.ts';
import { none, rule } from './rule.ts';

/** A cell of a count that may be meant as two: `9/10`. */
const OF_COUNT = { severity: 'error', stage: 'cell', setting: none, reason: none, check: none } as const;

const FRACTION = /^(\d{1,13}) ?\/ ?(\d{1,13})$/;

export const countNotANumber = rule({
  ...OF_COUNT,
  id: 'count-not-a-number',
  facts: z.strictObject({ text: z.string() }),
  sentence: ({ text }, { column }) => `${column} “${text}” không phải một số nguyên. Nhập một con số cụ thể.`,
  refusal: 'số đếm không phải số',
  /** `9/10` typed as a text: a part and its whole; `95%`: a rate of the whole beside it. Raised or struck figures are no figures of either. */
  fixes: (_, place) => {
    const { value = null, mixed } = place.cell ?? {};
    if (typeof value !== 'string' || mixed) return [];
    const [, part, whole] = FRACTION.exec(numberText(value)) ?? [];
    return part === undefined ? rateAsPart(value, place) : partAndWhole(Number(part), Number(whole), place);
  },
  live: 'unread-cell',
});

export const countIsADate = rule({
  ...OF_COUNT,
  id: 'count-is-a-date',
  facts: z.strictObject({ date: z.string(), day: z.number(), month: z.number() }),
  sentence: ({ date, day, month }, { column }) =>
    `Ô ${column} là ngày ${date}, không phải số. Có phải đơn vị muốn nhập ${day}/${month}? Nhập tử số ${day}, mẫu số ${month}.`,
  refusal: 'số đếm là ngày',
  /**
   * `9/10` that the program took for 9 October. A first of the month may as well be a month and a year typed (9/26 becomes 1 September
   * 2026), and a day above the month one typed month first: there nothing is offered.
   */
  fixes: ({ day, month }, place) => (day === 1 ? [] : partAndWhole(day, month, place)),
  live: none, // a formula sees no format
});

/** Never in the place of another figure that stands there. */
function partAndWhole(numerator: number, denominator: number, { field, beside, takes }: FixPlace) {
  const other = field === 'numerator' ? 'denominator' : field === 'denominator' ? 'numerator' : null;
  if (other === null || numerator > denominator || denominator === 0 || denominator > MOST_COUNTED) return [];
  if (!takes(other, other === 'numerator' ? numerator : denominator)) return [];
  const changes = [...beside('numerator', numerator), ...beside('denominator', denominator)];
  return [{ kind: 'as-part-and-whole' as const, numerator, denominator, changes }];
}
