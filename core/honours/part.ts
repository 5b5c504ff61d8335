import type { Day } from '../day.ts';
import { type Fraction, fraction, times } from '../fraction.ts';
import type { IndicatorRow, Matrix, TaskRow } from '../matrix.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { Obligations } from '../plan/obligations.ts';
import type { RowId } from '../plan/plan.ts';
import type { Report } from '../report.ts';
import type { HonoursPartId } from './weights.ts';

/** What the list of a period is made of. The order of its reports and days does not matter. */
export interface HonoursSource {
  readonly obligations: Obligations;
  readonly matrix: Matrix;
  /** The reports that count. */
  readonly reports: readonly Report[];
  /** The day on which each agency's first report of the period was received, as far as it is known. */
  readonly firstReceived: ReadonlyMap<AgencyId, Day>;
}

/** The same, looked up for one agency after the other. */
export interface HonoursGround extends Pick<HonoursSource, 'obligations' | 'firstReceived'> {
  readonly indicatorRow: ReadonlyMap<RowId, IndicatorRow>;
  readonly taskRow: ReadonlyMap<RowId, TaskRow>;
  readonly reportOf: ReadonlyMap<AgencyId, Report>;
  readonly missing: ReadonlySet<AgencyId>;
}

/**
 * What stands behind a score: a row of the plan (null: the report as a whole), whether it counts for the agency, and why in a few words.
 */
export interface HonoursFact {
  readonly row: RowId | null;
  readonly counts: 'for' | 'against' | 'left-out';
  readonly says: string;
}

/** What a part comes to: `got` of `of`. Nothing of nothing where it does not apply to the agency, and then `leftOut` says why. */
export interface HonoursShare {
  readonly got: number;
  readonly of: number;
  readonly leftOut: string | null;
  readonly facts: readonly HonoursFact[];
}

/** A part of the score: what it is called, its rule in a sentence, and what an agency has of it. */
export interface HonoursPart {
  readonly id: HonoursPartId;
  readonly name: string;
  readonly rule: string;
  readonly of: (ground: HonoursGround, agency: AgencyId) => HonoursShare;
}

/** Of rows that count for or against an agency the share of those for it; `none` says why the part does not apply where there are none. */
export function shareOfFacts(facts: readonly HonoursFact[], none: string): HonoursShare {
  const got = facts.filter(({ counts }) => counts === 'for').length;
  const of = got + facts.filter(({ counts }) => counts === 'against').length;
  return { got, of, leftOut: of === 0 ? none : null, facts };
}

/** The points that a share gives of so many; never more, never below nought. */
export const partPoints = ({ got, of }: Pick<HonoursShare, 'got' | 'of'>, most: number): Fraction =>
  of === 0 ? fraction(0) : times(fraction(most), fraction(got, of));
