import type * as z from 'zod';
import type { Day } from '../day.ts';
import type { RowShape } from '../form/row-shape.ts';
import type { CellOutcome } from '../reading/cell-outcome.ts';
import type { FilledCell } from '../reading/filled-cell.ts';

/** An answer, a level, or any other single number. */
export type StatedValue = boolean | number;

/** What an agency says in the cells of one row; whatever its figure does not have is left out. */
export interface StatedFigure {
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
  readonly value?: StatedValue | undefined;
  /** When it was done, where that is stated. */
  readonly on?: Day | undefined;
}

/** How the cells of a figure are read. Those that are not named are locked in its rows. */
export interface FigureCells {
  readonly numerator?: (cell: FilledCell) => CellOutcome<number>;
  readonly denominator?: (cell: FilledCell) => CellOutcome<number>;
  readonly value?: (cell: FilledCell) => CellOutcome<StatedValue>;
}

/** What a cell of a spreadsheet holds: a number with its format, a text without one, or nothing. */
export interface ShownNumber {
  readonly value: number | string | null;
  readonly format: string | null;
}

/** What is the same of a figure in every row. */
interface FigureFacts {
  /** Stands in findings. */
  readonly name: string;
  /** What `value` is in reports and matrices; null where the figure has none. */
  readonly value: z.ZodType<StatedValue> | null;
  /** What is said to whoever sends another figure as JSON. */
  readonly wanted: string;
  /** What is said where `Có số liệu` stands without it. */
  readonly needed: string;
  /** What can be chosen then: words for its cell, or that nothing arose. */
  readonly offers: readonly string[] | 'nothing-arose';
}

/** What agencies state in a row. Several kinds of measure may ask for the same; `M` is what of a measure the figure depends on. */
export interface FigureKind<in M> extends FigureFacts {
  readonly of: (measure: M) => FigureOfRow;
}

/** What depends on the row; a kind may also say otherwise there what it says of every row. */
interface FigureOfRow extends Partial<Pick<FigureFacts, 'value' | 'wanted' | 'needed'>> {
  readonly shape: RowShape;
  readonly cells: FigureCells;
  /** How many decimals its value may have; null where it has none, or they are not the plan's. */
  readonly decimals: number | null;
  /** One agency's figure in few signs: "94,96%", "Có", "Cấp 3". */
  readonly text: (stated: StatedFigure) => string;
  /** The same with what it is made of: "94,96% (9.496/10.000)". */
  readonly fullText: (stated: StatedFigure) => string;
  /** Its rate, beside which the target is read; null where there is none. */
  readonly rate: (stated: StatedFigure) => string | null;
  /** In the pane's sheet of the matrix. */
  readonly inPane: (stated: StatedFigure) => ShownNumber;
  /** In the appendix workbook's sheet of the matrix. */
  readonly inMatrix: (stated: StatedFigure) => ShownNumber;
}

/** The figure of one row, what its measure says of it applied. */
export type Figure = FigureFacts & FigureOfRow;

/** Whether it is stated with the day on which it was done. */
export const isDated = ({ ownInputs }: RowShape): boolean => ownInputs.includes('on');

/** Whether a report in JSON states this figure and no other in a row. */
export function isOfFigure({ value, cells, shape }: Figure, stated: StatedFigure): boolean {
  if (stated.on !== undefined && !isDated(shape)) return false;
  if (!cells.numerator && stated.numerator !== undefined) return false;
  if (!cells.denominator && stated.denominator !== undefined) return false;
  return stated.value === undefined || (value?.safeParse(stated.value).success ?? false);
}
