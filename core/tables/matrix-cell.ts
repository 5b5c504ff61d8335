import type { InMatrix, InputColumn } from './column.ts';
import { type AnyEntry, inputsIn, valueIn } from './inputs.ts';
import type { TableKind } from './table-kind.ts';
import type { FieldValue } from './value-kind.ts';

/** An input that cells of the matrix hold. */
interface MatrixColumn {
  readonly column: InputColumn;
  readonly inMatrix: InMatrix;
}

/** What cells of the matrix hold of a table, from left to right. */
export const matrixColumns = (kind: TableKind): readonly MatrixColumn[] =>
  inputsIn(kind).flatMap((column) => (column.inMatrix === 'none' ? [] : [{ column, inMatrix: column.inMatrix }]));

/** What an entry puts into these columns of its cell of the matrix; a blank text is left out. */
export function matrixCellMembers(columns: readonly MatrixColumn[], entry: AnyEntry, isReported: boolean): AnyEntry {
  const members: Record<string, FieldValue> = {};
  // Of every cell of a country: no lists in between.
  for (const { column, inMatrix } of columns) {
    if (inMatrix.whenReported && !isReported) continue;
    const value = valueIn(entry, column.field);
    if (value !== undefined && value !== '') members[column.field] = value;
  }
  return members;
}
