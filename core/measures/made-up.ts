import type { StatedValue } from '../figures/figure.ts';

/** What made-up reports state in rows of a kind. Numbers are drawn where reports are made up; here stands what comes of them. */
export type MadeUp = {
  /** Where the province stands in a row whose course nobody has written down: a share from 0 to 1, or a value. */
  readonly start: number;
} & (MadeUpCounts | MadeUpValue);

/** Part and whole of each agency. `drawn` is from 0 to 1 and an agency's own for good. */
interface MadeUpCounts {
  /** The part of an agency's whole; `varied`: near the province's course, by how good the agency is. */
  readonly part: 'varied' | ((whole: number, course: number, drawn: number) => number);
  /** Whether parts are moved so that together they are the province's course to the unit. */
  readonly isSteered: boolean;
}

/** One value of each agency, with its words: who falls short says why, or says nothing at all. */
interface MadeUpValue {
  readonly value: (course: number, drawn: number) => StatedValue;
  readonly saysWhyShort: boolean;
}
