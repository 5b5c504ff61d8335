import type { InMatrix, InputColumn } from './column.ts';
import { type AnyEntry, inputsIn, valueIn } from './inputs.ts';
import type { TableKind } from './table-kind.ts';

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
  const held = columns.filter(({ inMatrix }) => isReported || !inMatrix.whenReported);
  const members = held.map(({ column: { field } }) => [field, valueIn(entry, field)] as const);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined && value !== ''));
}
