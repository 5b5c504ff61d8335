import type { FactsByRule } from '../findings/facts.ts';
import { MOST_COUNTED } from '../limits.ts';
import { numberText } from '../reading/one-number.ts';
import type { Mend } from './mend.ts';
import type { MendPlace } from './mending.ts';

const FRACTION = /^(\d{1,13}) ?\/ ?(\d{1,13})$/;

/** A text that is one whole number. */
export const mendsOfCountText = ({ count }: FactsByRule['count-as-text'], { here }: MendPlace): readonly Mend[] => [
  { kind: 'as-number', number: count, changes: [here(count)] },
];

/** `9/10` typed as a text: a part and its whole. Raised or struck figures are no figures of either. */
export function mendsOfFraction(place: MendPlace): readonly Mend[] {
  const { value = null, mixed } = place.cell ?? {};
  const [, part, whole] = (typeof value === 'string' && !mixed && FRACTION.exec(numberText(value))) || [];
  return part === undefined || whole === undefined ? [] : partAndWhole(Number(part), Number(whole), place);
}

/**
 * `9/10` that the program took for 9 October. A first of the month may as well be a month and a year typed (9/26 becomes 1 September
 * 2026), and a day above the month one typed month first: there nothing is offered.
 */
export const mendsOfDate = ({ day, month }: FactsByRule['count-is-a-date'], place: MendPlace): readonly Mend[] =>
  day === 1 ? [] : partAndWhole(day, month, place);

/** Never in the place of another figure that stands there. */
function partAndWhole(numerator: number, denominator: number, { field, beside, takes }: MendPlace): readonly Mend[] {
  const other = field === 'numerator' ? 'denominator' : field === 'denominator' ? 'numerator' : null;
  if (other === null || numerator > denominator || denominator === 0 || denominator > MOST_COUNTED) return [];
  if (!takes(other, other === 'numerator' ? numerator : denominator)) return [];
  return [
    {
      kind: 'as-part-and-whole',
      numerator,
      denominator,
      changes: [...beside('numerator', numerator), ...beside('denominator', denominator)],
    },
  ];
}
