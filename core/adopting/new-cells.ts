import { formulaOf } from '../form/live-formula.ts';
import { ownRowCell } from '../form/own-row.ts';
import type { RowShape } from '../form/row-shape.ts';
import type { Field } from '../layout.ts';
import type { RowId } from '../plan/plan.ts';
import type { NewColumns } from './new-columns.ts';
import type { CellContent } from './sheet-edit.ts';

/** A row of the sheet that becomes one of the form: what the agency fills in there, if it owes it, and the plan's own texts. */
export interface AdoptedRow {
  readonly id: RowId;
  readonly row: number;
  readonly shape: RowShape | null;
  readonly texts: ReadonlyMap<Field, string>;
}

/** What stands in the new cells of a row: `Mã`, those texts of the plan that the table lacked, formulas; the agency's cells are blank. */
export function newCells({ added, from }: NewColumns, { id, shape, texts }: AdoptedRow): CellContent[] {
  const cellOf = (field: Field): string => ownRowCell(from + added.findIndex((one) => one.field === field));
  return added.map((column): CellContent => {
    if (column.role === 'key') return id;
    if (column.role === 'plan') return texts.get(column.field) || null;
    const formula = column.role === 'derived' && shape ? formulaOf(column, shape) : null;
    return formula && { formula: formula.text(cellOf) };
  });
}
