import { formulaOf } from '../form/live-formula.ts';
import type { RowShape } from '../form/row-shape.ts';
import type { Field } from '../layout.ts';
import type { InputColumn, TableColumn } from '../tables/column.ts';
import { inputsOf } from '../tables/inputs.ts';
import type { FieldValue } from '../tables/value-kind.ts';
import type { RowReader } from './row-reader.ts';
import type { Table } from './table.ts';

/** Reads what a row of this shape asks for, from left to right: what is blank or could not be read is left out. */
export function readInputs<F extends Field>(reader: RowReader<F>, shape: RowShape): Readonly<Partial<Record<F, FieldValue>>> {
  const values: Partial<Record<F, FieldValue>> = {};
  for (const column of inputsOf(shape) as readonly InputColumn<F>[]) {
    // a shape is one of its own table's rows
    const value = reader.take(column, shape);
    if (value !== null && value !== '') values[column.field] = value;
  }
  return values;
}

/** The columns of a table that a row of this shape leaves locked: closed inputs first, then those with formulas. */
export function lockedColumns<F extends Field>({ layout }: Table<F>, shape: RowShape): readonly TableColumn<F>[] {
  const closed = layout.columns.filter((column) => column.role === 'input' && !column.openIn.includes(shape));
  return [...closed, ...layout.columns.filter(({ role }) => role === 'derived')];
}

/** The formulas that the form may have in a column, in rows of these shapes. */
export const formulasOf = (column: TableColumn, shapes: readonly RowShape[]) =>
  column.role === 'derived' ? shapes.flatMap((shape) => formulaOf(column, shape) ?? []) : [];
