import type { Day } from '../day.ts';
import type { Figure, ShownNumber, StatedFigure } from '../figures/figure.ts';
import type { Fraction } from '../fraction.ts';
import type { Coverage, IndicatorCell } from '../matrix.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { RowRefs, TotalFormulas, TotalValues } from './formulas.ts';
import type { MadeUp } from './made-up.ts';
import type { RowResult } from './schemas.ts';

/** The obliged agencies' cells of one row, in the agencies' order. */
export type AgencyCells = readonly (readonly [AgencyId, IndicatorCell])[];

/** When a row that is not met is due. `yearsLeft`: null where that is past. */
export interface Deadline {
  readonly due: Day;
  readonly yearsLeft: Fraction | null;
}

/** What a row's values, target and gap are measured in. */
export interface Scale {
  readonly text: (value: Fraction) => string;
  readonly gapUnit: string;
  /** Where it ends, for a chart that begins at nought. */
  readonly end: number;
}

/** A row's result as its measure judges and tells it. */
export interface JudgedResult {
  readonly value: Fraction;
  readonly isMet: boolean;
  /** How far the value is from being met; nought or negative where it is. */
  readonly gap: Fraction;
  /** "94,96%", "Cấp độ 3". */
  readonly text: string;
  /** What it is made of: "9.496/10.000"; null where nothing is counted. */
  readonly counts: string | null;
  readonly metSentence: () => string;
  readonly gapSentence: (deadline: Deadline) => string;
  /** With what weight one agency's figure is in it; `none`: figures of others than who states it are not. */
  readonly weightOf: 'none' | ((stated: StatedFigure) => string);
  readonly totals: TotalValues;
  /** Number format of the result in the appendix workbook: enough decimals not to look like the target. */
  readonly format: string;
  readonly inPane: ShownNumber;
}

/** Everything that one kind of measure says of a row, but for its results. What a kind does not have it says so: null, `none`. */
export interface MeasureOfRow {
  /** The agency that states the figure of the whole province; null where agencies' figures are added up. */
  readonly statedBy: string | null;
  /** Whether counts of all agencies go into one sum, so that one of them can outweigh all others. */
  readonly addsCounts: boolean;
  /** What must be reached, on the row's scale. */
  readonly target: Fraction;
  /** The plan's own numbers for it: where its text names numbers, one of these is among them. */
  readonly bounds: readonly number[];
  /** Whether values move up to the target from a base year by year; `none`: a pace is only told of what is achieved. */
  readonly pace: 'rising' | 'none';
  /** Whether one agency's figure by itself reaches what the row asks. */
  readonly reaches: (stated: StatedFigure) => boolean;
  /** How many units one agency is short by itself. */
  readonly unitsShort: 'none' | ((stated: StatedFigure) => number);
  /** "Cách tính", a line each: what to count, and whose figure stands for the province. */
  readonly method: (nameOf: (agency: string) => string) => string;
  /** The target in the tables, from the plan's own text of it. */
  readonly goal: (targetText: string) => string;
  readonly scale: Scale;
  readonly formulas: MeasureFormulas;
  readonly madeUp: MadeUp;
}

/** The row in the appendix workbook, in formulas that any spreadsheet program works out. */
interface MeasureFormulas {
  readonly totals: (refs: RowRefs) => TotalFormulas;
  readonly isMet: (refs: RowRefs) => string;
  readonly gap: (result: string) => string;
  /** When an agency's cell of the matrix is short by itself. */
  readonly isShort: 'none' | ((cell: string) => string);
  /** Whether an agency reaches the level that each must reach, from the cells of its line of the sources. */
  readonly meets: 'none' | ((cells: { readonly numerator: string; readonly denominator: string }) => string);
  /** What stands there where there is no result, and in which number format. */
  readonly empty: TotalValues;
  readonly format: string;
}

/** The measure of one row as all rooms ask it. */
export interface BoundMeasure extends MeasureOfRow {
  readonly figure: Figure;
  /** What the cells add up to; null where no agency whose figure counts has reported. */
  readonly addUp: (cells: AgencyCells, coverage: Coverage) => RowResult | null;
  /** The result of such a row as it stands in a matrix; null where there is none, or it is of another kind. */
  readonly resultOf: (result: RowResult | null) => JudgedResult | null;
}
