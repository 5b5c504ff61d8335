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

/** What a check of a document came to. */
export interface CheckedFigures {
  readonly count: number;
  readonly differences: readonly FigureDifference[];
  /** How many differ besides; left out where all are named. */
  readonly more?: number;
}

/** Differences that are named: whoever forges a document shall not make a long answer of a small file. */
export const MOST_DIFFERENCES = 1_000;
/** No figure is longer; what stands in its place may be. */
const LONGEST_SAID = 500;

/** The first differences, shortened where they are long, and how many there are besides: those are counted and not described. */
export function checkedFigures<T>(count: number, all: Iterable<T>, described: (one: T) => FigureDifference): CheckedFigures {
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
  return { count, differences, ...(more > 0 && { more }) };
}
