import type * as z from 'zod';
import type { FormValue } from '../form/row-values.ts';
import type { CellOutcome } from '../reading/cell-outcome.ts';
import type { FilledCell } from '../reading/filled-cell.ts';

/** What a report holds in one field of one row: a figure, a word or a text. */
export type FieldValue = string | number | boolean;

/**
 * A kind of value that agencies fill in. Its functions are methods: a walker of a list of columns gives back to a kind what came from
 * that very kind, and no type of the list can say so.
 */
export interface ValueKind<T extends FieldValue = FieldValue> {
  /** As it travels and is stored. */
  readonly schema: z.core.$ZodType<T>;
  /** Whether any text is such a value: only then is a long one read to its end. */
  readonly isFreeText: boolean;
  /** What a cell says; of a part of a figure the row's own figure may say otherwise, or alone. */
  readonly read: ((cell: FilledCell) => CellOutcome<T>) | 'by-figure';
  /** What a cell of the form holds for it, as an agency would have typed it. */
  cellValue(value: T): FormValue;
  /** As people read it. */
  display(value: T): string;
  /** Whether a form can say it, so that it is read from there again: what its schema takes besides, earlier releases stored. */
  standsInForm(value: T): boolean;
  /** Whether two versions say the same. */
  isSame(one: T, other: T): boolean;
}

/** For values whose schema says it all. */
export const whatever = (): boolean => true;

/** For values of which no two are the same unless they are equal. */
export const isEqual = (one: FieldValue, other: FieldValue): boolean => one === other;
