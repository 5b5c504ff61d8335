import * as z from 'zod';
import type { InputColumn, None, TableColumn } from './column.ts';

type InputOf<Columns extends readonly TableColumn[]> = Extract<Columns[number], InputColumn>;

/** What a row of these columns says: its state, and any of the others. */
type EntryShape<Columns extends readonly TableColumn[]> = {
  [C in InputOf<Columns> as C['field']]: C extends { readonly part: 'state' }
    ? C['valueKind']['schema']
    : z.ZodOptional<C['valueKind']['schema']>;
};

/** The schema of an entry of a report, from the columns that agencies fill in. */
export function entrySchema<const Columns extends readonly TableColumn[]>(columns: Columns) {
  const inputs = columns.filter((column) => column.role === 'input');
  const shape = inputs.map(({ field, part, valueKind: { schema } }) => [field, part === 'state' ? schema : z.optional(schema)] as const);
  return z.strictObject(Object.fromEntries(shape) as EntryShape<Columns>); // made column by column, as the type is
}

/** What a cell of the matrix holds of a row of these columns: any of the inputs that are in the matrix. */
type CellShape<Columns extends readonly TableColumn[]> = {
  [C in Exclude<InputOf<Columns>, { readonly inMatrix: None }> as C['field']]: z.ZodOptional<C['valueKind']['schema']>;
};

/** The members of a cell of the matrix, from the columns that agencies fill in. */
export function matrixCellShape<const Columns extends readonly TableColumn[]>(columns: Columns): CellShape<Columns> {
  const held = columns.flatMap((column) => (column.role === 'input' && column.inMatrix !== 'none' ? [column] : []));
  return Object.fromEntries(held.map(({ field, valueKind: { schema } }) => [field, z.optional(schema)])) as CellShape<Columns>; // as the type is made
}
