import { oncePerObject } from '../once.ts';
import type { DerivedColumn, TableColumn } from '../tables/column.ts';
import { checkFormula, checkText, longestCheck, rateFormula, rateOf } from './check-formula.ts';
import type { CellOf } from './condition.ts';
import type { RowShape } from './row-shape.ts';
import type { RowValues } from './row-values.ts';

/** A formula of the form, for any row. */
export interface LiveFormula {
  readonly text: (cell: CellOf) => string;
  /** What it gives for these values: stored beside it for programs that do not calculate. */
  readonly shown: (values: RowValues) => string | number;
  /** The longest text that it can give, for which rows are made high enough; null where it gives a number. */
  readonly longest: string | null;
}

const RATE: LiveFormula = { text: rateFormula, shown: rateOf, longest: null };

/** One value a shape: what was once compared with it is known. */
const checkOf = oncePerObject(
  (shape: RowShape): LiveFormula => ({
    text: (cell) => checkFormula(shape, cell),
    shown: (values) => checkText(shape, values),
    longest: longestCheck(shape),
  }),
);

/** What a derived column holds in a row of this shape; null where it stays empty. */
export function formulaOf({ formula }: DerivedColumn, shape: RowShape): LiveFormula | null {
  switch (formula) {
    case 'rate':
      return shape.hasRate ? RATE : null;
    case 'check':
      return checkOf(shape);
  }
}

/**
 * Whether a column shows a figure of the row itself: also in rows that an agency does not owe, and what is typed over it is meant as one.
 */
export const isFigure = (column: TableColumn): column is DerivedColumn => column.role === 'derived' && column.formula === 'rate';
