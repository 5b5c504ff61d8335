import { NUMBER_FORMATS } from '../form/cell-format.ts';
import { checkFormula, rateFormula } from '../form/check-formula.ts';
import { INPUTS, type RowShape } from '../form/row-shape.ts';
import { type Cell, cellAt, cellName, type GridRow } from '../grid.ts';
import type { Column, Field } from '../layout.ts';
import type { RowId } from '../plan.ts';
import type { NewColumns } from './new-columns.ts';
import type { CellContent } from './sheet-edit.ts';

/** A row of the sheet that becomes one of the form: what the agency fills in there, if it owes it, and the plan's own texts. */
export interface AdoptedRow {
  readonly id: RowId;
  readonly row: number;
  readonly shape: RowShape | null;
  readonly texts: ReadonlyMap<Field, string>;
}

/** What stands in the new cells of a row: `Mã`, the plan's texts, formulas, and what the agency had typed under the same header. */
export function newCells(
  { added, from, renamed }: NewColumns,
  { id, row, shape, texts }: AdoptedRow,
  gridRow: GridRow | undefined,
): CellContent[] {
  const cellOf = (field: Field): string => cellName(row, from + added.findIndex((one) => one.field === field));
  return added.map(({ field, role }: Column): CellContent => {
    if (role === 'key') return id;
    if (role === 'plan') return texts.get(field) || null;
    if (!shape) return null;
    if (field === 'check') return { formula: checkFormula(shape, cellOf) };
    if (field === 'rate') return shape === 'counts' ? { formula: rateFormula(cellOf) } : null;
    const old = renamed.find((one) => one.field === field)?.column;
    return INPUTS[shape].includes(field) && old !== undefined && gridRow ? carried(cellAt(gridRow, old), field) : null;
  });
}

/** What may be taken over from the agency's own column: texts, and numbers that mean the same under the new column's format. */
function carried(cell: Cell | undefined, field: Field): string | number | null {
  if (!cell || cell.formula || typeof cell.value === 'boolean') return null;
  if (typeof cell.value === 'string') return cell.value;
  return cell.format === FORMAT_OF(field) ? cell.value : null;
}

const FORMAT_OF = (field: Field): Cell['format'] => (field === 'issuedOn' ? 'date' : NUMBER_FORMATS[field] ? 'percent' : 'plain');
