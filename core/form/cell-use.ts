import type { TableColumn } from '../tables/column.ts';
import { formulaOf } from './live-formula.ts';
import { isOpen } from './row-inputs.ts';
import type { RowShape } from './row-shape.ts';

/** What a row of this shape does with a column: the agency fills in its cell, something stands there already, or it stays empty. */
export function cellUse(column: TableColumn, shape: RowShape): 'filled' | 'shown' | 'empty' {
  switch (column.role) {
    case 'key':
    case 'plan':
      return 'shown';
    case 'input':
      return isOpen(column, shape) ? 'filled' : 'empty';
    case 'derived':
      return formulaOf(column, shape) ? 'shown' : 'empty';
  }
}
