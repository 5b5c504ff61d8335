/** What a cell may name by its id: it may be written by the name of the thing as well. */
export type NamedThing = 'agencies' | 'agencies-and-groups' | 'phases' | 'groups' | 'sections' | 'openQuestions';

/** What the plan workbook says of one column to somebody who fills it in. */
export interface ColumnWords {
  readonly header: string;
  readonly note: string;
  readonly example: string;
  /** What the plan's own values are called there. */
  readonly words?: Readonly<Record<string, string>>;
  readonly names?: NamedThing;
  /** In Excel's units. */
  readonly width?: number;
}
