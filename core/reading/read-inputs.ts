import type { FigureCells } from '../figures/figure.ts';
import { earlierFormulas, type FormulaText } from '../form/earlier-formulas.ts';
import { formulaOf } from '../form/live-formula.ts';
import { inputsOf, isOpen } from '../form/row-inputs.ts';
import type { RowShape } from '../form/row-shape.ts';
import type { Field, SheetLayout } from '../layout.ts';
import { oncePerObject } from '../once.ts';
import type { InputColumn, TableColumn } from '../tables/column.ts';
import type { FieldValue, ValueKind } from '../tables/value-kind.ts';
import type { PlanTable } from './plan-table.ts';
import type { RowReader } from './row-reader.ts';

/**
 * Reads what a row of this shape asks for, from left to right: what is blank or could not be read is left out. `cells`: how the row's
 * own figure is read.
 */
export function readInputs(reader: RowReader, shape: RowShape, cells: FigureCells = {}): Readonly<Partial<Record<Field, FieldValue>>> {
  const values: Partial<Record<Field, FieldValue>> = {};
  for (const column of inputsOf(shape) as readonly InputColumn<Field>[]) {
    // a shape's inputs are of its own table
    const { field, valueKind } = column;
    const read: ValueKind['read'] = cells[field as keyof FigureCells] ?? valueKind.read; // any other field has no figure's own way
    if (read === 'by-figure') throw new Error(`[read] "${field}": no figure reads it`);
    const value = reader.take(field, read, valueKind);
    if (value !== null && value !== '') values[field] = value;
  }
  return values;
}

/** A column that is not the agency's to fill, and the formulas that the form may have in it; null where any may stand there. */
export interface LockedColumn {
  readonly field: Field;
  readonly formulas: readonly FormulaText[] | null;
}

const byLayout = oncePerObject((_: SheetLayout) => new WeakMap<RowShape, readonly LockedColumn[]>());

/**
 * The columns of a table that a row of this shape leaves locked: closed inputs first, then those with formulas, which may be those of any
 * shape `alike`. Made once for a shape in a layout.
 */
export function lockedColumns({ layout }: PlanTable, shape: RowShape, alike: readonly RowShape[] = [shape]): readonly LockedColumn[] {
  const byShape = byLayout(layout);
  const known = byShape.get(shape) ?? lockedIn(layout.columns, shape, alike);
  byShape.set(shape, known);
  return known as readonly LockedColumn[]; // a shape's columns are of its own table
}

function lockedIn(columns: readonly TableColumn<Field>[], shape: RowShape, alike: readonly RowShape[]): readonly LockedColumn[] {
  const closed = columns.filter((column) => column.role === 'input' && !isOpen(column, shape));
  const derived = columns.filter((column) => column.role === 'derived');
  return [
    ...closed.map(({ field }) => ({ field, formulas: [] })),
    ...derived.map((column) => ({ field: column.field, formulas: formulasOf(column, alike) })),
  ];
}

/** The formulas that the form may have in a column, in rows of these shapes; those of this release first. */
export const formulasOf = (column: TableColumn, shapes: readonly RowShape[]): readonly FormulaText[] =>
  column.role === 'derived'
    ? [...shapes.flatMap((shape) => formulaOf(column, shape) ?? []), ...shapes.flatMap((shape) => earlierFormulas(column, shape))]
    : [];
