import type { AgencyId } from '../agency.ts';
import { percentOf } from '../format.ts';
import { compare, fromDecimal } from '../fraction.ts';
import type { IndicatorCell } from '../matrix.ts';
import type { Indicator } from '../plan.ts';

/**
 * What some agencies' cells of one row come to. Tallies merge in any order and grouping with the same outcome, so parts may be
 * added up apart. Counts are exact: bigint.
 */
export interface Tally {
  readonly obliged: number;
  readonly reported: number;
  readonly nothingArose: number;
  readonly noFigure: number;
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly yes: number;
  /** Agencies whose own rate reaches the target. */
  readonly meeting: number;
  /** The cell of the agency that states the row's figure, once it is among those tallied. */
  readonly stated: IndicatorCell | null;
}

export const EMPTY_TALLY: Tally = {
  obliged: 0,
  reported: 0,
  nothingArose: 0,
  noFigure: 0,
  numerator: 0n,
  denominator: 0n,
  yes: 0,
  meeting: 0,
  stated: null,
};

/** The tally of one obliged agency's cell. */
export function tallyCell(indicator: Indicator, agency: AgencyId, cell: IndicatorCell): Tally {
  const { measure } = indicator;
  const reported = cell.state === 'reported';
  const { numerator = 0, denominator = 0 } = reported ? cell : {};
  return {
    obliged: 1,
    reported: reported ? 1 : 0,
    nothingArose: cell.state === 'nothing-arose' ? 1 : 0,
    noFigure: cell.state === 'no-figure' ? 1 : 0,
    numerator: BigInt(numerator),
    denominator: BigInt(denominator),
    yes: reported && cell.value === true ? 1 : 0,
    meeting: reported && denominator > 0 && reaches(indicator, numerator, denominator) ? 1 : 0,
    stated: 'statedBy' in measure && measure.statedBy === agency ? cell : null,
  };
}

/** Two groups of agencies together. */
export function mergeTallies(one: Tally, two: Tally): Tally {
  return {
    obliged: one.obliged + two.obliged,
    reported: one.reported + two.reported,
    nothingArose: one.nothingArose + two.nothingArose,
    noFigure: one.noFigure + two.noFigure,
    numerator: one.numerator + two.numerator,
    denominator: one.denominator + two.denominator,
    yes: one.yes + two.yes,
    meeting: one.meeting + two.meeting,
    stated: one.stated ?? two.stated,
  };
}

/** Whether one agency's own rate reaches the row's target: 100·numerator ≥ target·denominator, in whole numbers. */
export function reaches({ measure }: Indicator, numerator: number, denominator: number): boolean {
  return 'atLeastPercent' in measure && compare(percentOf(numerator, denominator), fromDecimal(measure.atLeastPercent)) >= 0;
}
