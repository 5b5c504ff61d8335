import { formatDecimal } from '../format.ts';
import { compare, decimalsIn, type Fraction, minus, rounded } from '../fraction.ts';
import { pointsText } from './points-text.ts';

/** A value and its distance as one sentence tells them, without their unit. */
export interface ToldValue {
  /** "94,96"; "gần 95", "hơn 5" where no more decimals would tell it from its bound. */
  readonly value: string;
  /** "0,04"; "khoảng 0,000000001" beside a value that is told so. */
  readonly gap: string;
  /** Decimals that the value is told with. */
  readonly digits: number;
}

/** What a value is judged by. */
interface JudgedBy {
  /** As the sentence says them: whole, with all their decimals. */
  readonly bounds: readonly Fraction[];
  /** The distance to the nearest of them where the value is not met; nought or negative where it is. */
  readonly gap: Fraction;
}

/**
 * How a value and what it lacks are told beside its bounds: with as many decimals, from `least` to `most`, as it takes for the value not to
 * look like a bound that it is not, and for the bound less the value to be the gap, of the figures as they are read.
 */
export function toldBeside(value: Fraction, { bounds, gap }: JudgedBy, least: number, most: number): ToldValue {
  for (let digits = least; digits <= most; digits++) {
    if (bounds.some((bound) => looksLike(value, bound, digits)) || (gap.num > 0n && !addsUp(value, { bounds, gap }, digits))) continue;
    return { value: formatDecimal(value, digits), gap: formatDecimal(gap, digits), digits };
  }
  const like = bounds.find((bound) => looksLike(value, bound, most));
  const beside = like === undefined ? '' : compare(value, like) < 0 ? 'gần ' : 'hơn ';
  return { value: `${beside}${formatDecimal(value, most)}`, gap: `khoảng ${pointsText(gap)}`, digits: most };
}

const looksLike = (value: Fraction, bound: Fraction, digits: number): boolean =>
  compare(value, bound) !== 0 && formatDecimal(value, digits) === formatDecimal(bound, digits);

/** Whether who subtracts the figures as they are told comes to the gap as it is told. */
function addsUp(value: Fraction, { bounds, gap }: JudgedBy, digits: number): boolean {
  const [told, lacking] = [rounded(value, digits), rounded(gap, digits)];
  return bounds.some((bound) => {
    const left = minus(bound, told);
    return decimalsIn(bound) <= digits && compare(left.num < 0n ? minus(told, bound) : left, lacking) === 0;
  });
}
