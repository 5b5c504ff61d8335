import { COLUMNS, type Field } from '../layout.ts';
import type { InputColumn, InputPart, TableColumn } from './column.ts';
import type { TableKind } from './table-kind.ts';
import type { FieldValue } from './value-kind.ts';

/** What a report says of one row, whatever its table. */
export type AnyEntry = Readonly<Record<string, FieldValue | undefined>>;

export const isInput = <F extends string>(column: TableColumn<F>): column is InputColumn<F> => column.role === 'input';

const byTable = new Map<TableKind, readonly InputColumn<Field>[]>();

/** What agencies fill in, from left to right. */
export function inputsIn(kind: TableKind): readonly InputColumn<Field>[] {
  const known =
    byTable.get(kind) ?? (COLUMNS[kind] as readonly TableColumn<Field>[]).flatMap((column) => (isInput(column) ? [column] : []));
  byTable.set(kind, known);
  return known;
}

/** The fields of a table that are this part of a row. */
export const partFields = (kind: TableKind, wanted: InputPart): readonly Field[] =>
  inputsIn(kind)
    .filter(({ part }) => part === wanted)
    .map(({ field }) => field);

/** What an entry says in a field of its table. */
export const valueIn = (entry: AnyEntry | undefined, field: string): FieldValue | undefined => entry?.[field];

/** The same as people read it; empty where it says nothing. */
export function displayedValue(entry: AnyEntry | undefined, { field, valueKind }: InputColumn): string {
  const value = valueIn(entry, field);
  return value === undefined ? '' : valueKind.display(value);
}
