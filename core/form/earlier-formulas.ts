import { oncePerObject } from '../once.ts';
import type { DerivedColumn } from '../tables/column.ts';
import type { LiveFormula } from './live-formula.ts';
import type { RowShape } from './row-shape.ts';

/** A formula that forms handed out before this release have, where the form has another one now. */
interface EarlierFormula {
  readonly formula: DerivedColumn['formula'];
  /** The name of the row's shape. */
  readonly shape: RowShape['name'];
  /** The last release whose forms have it. */
  readonly until: string;
  /** English names, commas, no leading "="; each cell of the row as its field in braces: `{numerator}`. */
  readonly text: string;
}

/**
 * Formulas of forms that are still out. They count as the form's own, so that a reworded check makes no earlier workbook a changed one.
 * What is handed out now stands in `tests/core/form/live-formulas.json`, whose test fails until its former text stands here.
 */
export const EARLIER_FORMULAS: readonly EarlierFormula[] = [];

/** A formula as text alone: it is recognised, and written nowhere any more. */
export type FormulaText = Pick<LiveFormula, 'text'>;

/** Those that a column may still have in rows of this shape. One value a formula: what was once compared with it is known. */
export const earlierFormulas = (
  { formula }: DerivedColumn,
  { name }: RowShape,
  among: readonly EarlierFormula[] = EARLIER_FORMULAS,
): readonly FormulaText[] => among.filter((one) => one.formula === formula && one.shape === name).map(textOf);

const textOf = oncePerObject(
  ({ text }: EarlierFormula): FormulaText => ({
    text: (cell) => text.replace(/\{(\w+)\}/g, (_, field) => cell(field)), // the fields of its table stand in braces
  }),
);
