/** What an agency said of a row, as far as counts go. */
interface Counted {
  readonly state: string;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
}

/** The counts that an agency takes over from those that it succeeds. */
export interface FormerCounts {
  readonly state: 'reported';
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * The sum of what the agencies said of a row that another one succeeds (contract, "A plan of one's own"): of counts alone, and only where
 * none of those that owed the row is silent; undefined where there is none.
 */
export function formerCounts(said: readonly (Counted | undefined)[]): FormerCounts | undefined {
  const owed = said.filter((one) => one !== undefined);
  const counted = owed.flatMap(({ state, numerator, denominator }) =>
    state === 'reported' && numerator !== undefined && denominator !== undefined ? [{ numerator, denominator }] : [],
  );
  const idle = owed.filter(({ state }) => state === 'nothing-arose');
  if (counted.length === 0 || counted.length + idle.length < owed.length) return undefined;
  const sumOf = (part: 'numerator' | 'denominator'): number => counted.reduce((sum, one) => sum + one[part], 0);
  return { state: 'reported', numerator: sumOf('numerator'), denominator: sumOf('denominator') };
}
