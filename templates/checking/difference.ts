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
}
