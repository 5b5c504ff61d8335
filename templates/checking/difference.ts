import { abridged } from '../../core/clip-text.ts';

/** A figure of a document that is another one than the reports come to. */
export interface FigureDifference {
  /** Row as officials cite it, bookmark or cell. */
  readonly place: string;
  /** What stands there; null where nothing does. */
  readonly printed: string | null;
  /** What the reports come to; null where they know of no such figure. */
  readonly computed: string | null;
}

/** What a document shows besides and nothing can be worked out of: somebody has to look at it. */
export interface UncheckedPart {
  readonly place: string;
  /** Its words, or what it is. */
  readonly text: string;
}

/** What a check of a document came to. */
export interface CheckedFigures {
  readonly count: number;
  readonly differences: readonly FigureDifference[];
  /** How many differ besides; left out where all are named. */
  readonly more?: number;
  readonly unchecked: readonly UncheckedPart[];
  /** How many parts are unchecked besides; left out where all are named. */
  readonly moreUnchecked?: number;
}

/** Differences that are named: whoever forges a document shall not make a long answer of a small file. */
export const MOST_DIFFERENCES = 1_000;
/** Parts to be looked at that are named. */
const MOST_UNCHECKED = 200;
/** No figure is longer; what stands in its place may be. */
const LONGEST_SAID = 500;

/** The first differences and unchecked parts, shortened where they are long, and how many there are besides: those are counted alone. */
export function checkedFigures<T>(
  count: number,
  all: Iterable<T>,
  described: (one: T) => FigureDifference,
  unchecked: readonly UncheckedPart[],
): CheckedFigures {
  const said = (text: string | null) => text && abridged(text, LONGEST_SAID);
  const differences: FigureDifference[] = [];
  let more = 0;
  for (const one of all) {
    if (differences.length === MOST_DIFFERENCES) {
      more++;
      continue;
    }
    const { place, printed, computed } = described(one);
    differences.push({ place: abridged(place, LONGEST_SAID), printed: said(printed), computed: said(computed) });
  }
  const moreUnchecked = Math.max(0, unchecked.length - MOST_UNCHECKED);
  return {
    count,
    differences,
    ...(more > 0 && { more }),
    unchecked: unchecked
      .slice(0, MOST_UNCHECKED)
      .map(({ place, text }) => ({ place: abridged(place, LONGEST_SAID), text: abridged(text, LONGEST_SAID) })),
    ...(moreUnchecked > 0 && { moreUnchecked }),
  };
}
