import { compare, type Fraction, fraction, over, plus, times } from '../fraction.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { AgencyGroup } from '../plan/agency-groups.ts';
import { rankedTogether } from './honours-groups.ts';
import { type HonoursGround, type HonoursShare, type HonoursSource, partPoints } from './part.ts';
import { HONOURS_PARTS } from './parts.ts';
import type { HonoursPartId, HonoursWeights } from './weights.ts';

/** What an agency has of one part, and the points that this gives. */
export interface PartScore extends HonoursShare {
  readonly part: HonoursPartId;
  readonly points: Fraction;
}

/** An agency's place: from nought to a hundred, over the parts that apply to it. Equal scores share a rank: `sharing` agencies have it. */
export interface HonoursLine {
  readonly agency: AgencyId;
  readonly rank: number;
  readonly sharing: number;
  readonly score: Fraction;
  /** Points of all parts that apply to it, and the most that these give. */
  readonly points: Fraction;
  readonly most: number;
  readonly parts: readonly PartScore[];
}

/** The ranks of one of the plan's groups; `group` null: of agencies in none. `unranked`: to whom no part applies. */
export interface HonoursList {
  readonly group: AgencyGroup | null;
  readonly lines: readonly HonoursLine[];
  readonly unranked: readonly AgencyId[];
}

/**
 * The best agencies of a period (plan, V.2), each of the plan's groups by itself, the first first, equal ones in the agencies' order. Who
 * owes nothing is not in it. All in exact fractions: the order of the reports, and weights that are so many times as high, change nothing.
 */
export function honoursOf(source: HonoursSource, weights: HonoursWeights): HonoursList[] {
  const { obligations } = source;
  const ground = groundOf(source);
  return rankedTogether(obligations.plan.agencyGroups, obligations.agencies).map(({ group, agencies }) => {
    const scored = agencies.map(({ id }) => scoreOf(ground, id, weights));
    const ranked = scored.filter(({ most }) => most > 0).toSorted((one, two) => compare(two.score, one.score));
    return {
      group,
      lines: withRanks(ranked),
      unranked: scored.filter(({ most }) => most === 0).map(({ agency }) => agency),
    };
  });
}

/** An agency's score before the others are known. */
type Scored = Omit<HonoursLine, 'rank' | 'sharing'>;

/** Sorted lines with their places: 1, 2, 2, 4. */
function withRanks(sorted: readonly Scored[]): HonoursLine[] {
  let rank = 1;
  const ranked = sorted.map((line, k) => {
    const before = sorted[k - 1];
    if (!before || compare(before.score, line.score) !== 0) rank = k + 1;
    return { ...line, rank };
  });
  const sharing = new Map<number, number>();
  for (const line of ranked) sharing.set(line.rank, 1 + (sharing.get(line.rank) ?? 0));
  return ranked.map((line) => ({ ...line, sharing: sharing.get(line.rank) ?? 1 }));
}

const WHOLE = fraction(100);

function scoreOf(ground: HonoursGround, agency: AgencyId, weights: HonoursWeights): Scored {
  const parts = HONOURS_PARTS.map((part): PartScore => {
    const share = part.of(ground, agency);
    return { part: part.id, ...share, points: partPoints(share, weights[part.id]) };
  });
  const points = parts.reduce((sum, one) => plus(sum, one.points), fraction(0));
  const most = parts.reduce((sum, { part, of }) => sum + (of === 0 ? 0 : weights[part]), 0);
  return { agency, parts, points, most, score: most === 0 ? fraction(0) : over(times(WHOLE, points), fraction(most)) };
}

const groundOf = ({ obligations, matrix, reports, firstReceived }: HonoursSource): HonoursGround => ({
  obligations,
  firstReceived,
  indicatorRow: new Map(matrix.indicators.map((row) => [row.id, row])),
  taskRow: new Map(matrix.tasks.map((row) => [row.id, row])),
  reportOf: new Map(reports.map((report) => [report.agency, report])),
  missing: new Set(matrix.agencies.missing),
});
