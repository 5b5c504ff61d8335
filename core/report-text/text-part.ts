/** A figure with the name of what it is: the bookmark that covers it bears that name, so that it can be found and checked again. */
export interface NamedFigure {
  readonly text: string;
  /** `B1_A_3__result`, `chung__received`: letters, digits and underscores. */
  readonly name: string;
}

/** Text of a document: words, and figures that can be traced. */
export type TextPart = string | NamedFigure;

/** The words alone. */
export const plainWords = (parts: readonly TextPart[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');

/** What a figure of a row is called: `B1.A.3`, `result` → `B1_A_3__result`. */
export const rowFigureName = (row: string, field: string): string => `${row.replaceAll('.', '_')}__${field}`;

/** Texts one after the other with something between them. */
export const joinedParts = (texts: readonly (readonly TextPart[])[], between: string): TextPart[] =>
  texts.flatMap((parts, k) => (k === 0 ? [...parts] : [between, ...parts]));

/** How the name of the word goes on that says whether a row of the plan's tables is met: each such row has one. */
export const VERDICT_FIELD = '__verdict';
