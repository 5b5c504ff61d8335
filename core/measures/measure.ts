import type { Day } from '../day.ts';
import type { Figure, ShownNumber, StatedFigure } from '../figures/figure.ts';
import type { Fraction } from '../fraction.ts';
import type { Coverage } from '../matrix.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { IndicatorState } from '../tables/indicators/state.ts';
import type { RowRefs, TotalFormulas, TotalValues } from './formulas.ts';
import type { MadeUp } from './made-up.ts';
import type { RowResult } from './schemas.ts';

/** What measures know of a cell of the matrix, which holds more: whether there is a figure, and which. */
export interface MeasuredCell extends StatedFigure {
  readonly state: IndicatorState | 'not-reported';
}

/** The obliged agencies' cells of one row, in the agencies' order. */
export type AgencyCells = readonly (readonly [AgencyId, MeasuredCell])[];

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

/** How a matrix writes where a row started from. */
export type BaseMember = 'percent' | 'number';

/** What of its row a measure depends on besides itself. */
export interface MeasuredRow<M> {
  readonly measure: M;
  /** Who leads it; the first one states what only one agency can. */
  readonly leads: readonly string[];
  readonly due: Day;
  /** What single agencies must reach, in place of the bound for all. */
  readonly perAgency?: Readonly<Partial<Record<string, number>>> | undefined;
}

/** A row's result as its measure judges and tells it. */
export interface JudgedResult {
  /** On the row's scale; null where it is no number. */
  readonly value: Fraction | null;
  readonly isMet: boolean;
  /** How far the value is from being met; nought or negative where it is; null where it is no number. */
  readonly gap: Fraction | null;
  /** The gap without its unit as it is told beside `text`: who subtracts comes to it. Null where it is no number. */
  readonly gapText: string | null;
  /** "94,96%", "Cấp độ 3". */
  readonly text: string;
  /** What it is made of: "9.496/10.000"; null where nothing is counted. */
  readonly counts: string | null;
  /** `whole`: what the plan calls all its agencies together. */
  readonly metSentence: (whole: string) => string;
  readonly gapSentence: (deadline: Deadline, whole: string) => string;
  /** With what weight one agency's figure is in it; `none`: figures of others than who states it are not. */
  readonly weightOf: 'none' | ((stated: StatedFigure, agency: string, whole: string) => string);
  readonly totals: TotalValues;
  /** Number format of the result in the appendix workbook: enough decimals not to look like the target. */
  readonly format: string;
  readonly inPane: ShownNumber;
}

/** What "Cách tính" is worded with: agencies' names, what all are called together, and in whose form it stands (null: in nobody's own). */
export interface MethodWords {
  readonly nameOf: (agency: string) => string;
  readonly whole: string;
  readonly agency: string | null;
}

/** Everything that one kind of measure says of a row, but for its results. What a kind does not have it says so: null, `none`. */
export interface MeasureOfRow {
  /** The agency that states the figure of all; null where agencies' figures are added up. */
  readonly statedBy: string | null;
  /** Whether agencies give counts, each its own, so that one of them can be held against all others; who states those of all is none of them. */
  readonly ownCounts: boolean;
  /** Whether the row asks every agency to reach it by itself, so that each answers for its own figure. */
  readonly asksEach: boolean;
  /** What must be reached, or not exceeded, on the row's scale. */
  readonly target: Fraction;
  /** The plan's own numbers for it: where its text names numbers, one of these is among them. */
  readonly bounds: readonly number[];
  /** The member of a matrix's base that holds a value of this row; `none`: it has no base. Half a point is on track where it is percent. */
  readonly base: BaseMember | 'none';
  /**
   * Whether values move up or down to the target from a base year by year; `achieved`: a pace is only told of what is; `none`: of nothing.
   */
  readonly pace: 'rising' | 'falling' | 'achieved' | 'none';
  /** Whether one agency's figure by itself reaches what the row asks; null where the row asks nothing of a single one. */
  readonly reaches: (stated: StatedFigure, agency: string | null) => boolean | null;
  /** How many units one agency is short by itself. */
  readonly unitsShort: 'none' | ((stated: StatedFigure, agency: string) => number);
  /** "Cách tính", a line each: what to count, whose figure stands for all, what the agency in whose form it stands must reach. */
  readonly method: (words: MethodWords) => string;
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
  /** When an agency's cell of the matrix is short by itself; `agency` null: any that has no level of its own. */
  readonly isShort: 'none' | ((cell: string, agency: string | null) => string);
  /** Whether an agency reaches the level that each must reach, from the cells of its line of the sources. */
  readonly meets: 'none' | ((cells: { readonly numerator: string; readonly denominator: string }, agency: string) => string);
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
