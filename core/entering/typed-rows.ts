import type { Field } from '../layout.ts';
import type { RowId } from '../plan/plan.ts';
import { isBlankText } from '../text.ts';

/** What somebody typed into the fields of a row; a field that is left out is blank. */
export type TypedRow = Readonly<Partial<Record<Field, string>>>;

/** What somebody typed into the rows of a report. */
export type TypedRows = Readonly<Partial<Record<RowId, TypedRow>>>;

/** Whether nothing that can be seen was typed into a row. */
export const isBlankRow = (typed: TypedRow | undefined): boolean => Object.values(typed ?? {}).every(isBlankText);

/** In how many rows something was typed. */
export const rowsTyped = (typed: TypedRows): number => Object.values(typed).filter((row) => !isBlankRow(row)).length;

/** The rows with one field typed anew. */
export const withTyped = (typed: TypedRows, row: RowId, field: Field, text: string): TypedRows => ({
  ...typed,
  [row]: { ...typed[row], [field]: text },
});
