import type { Matrix } from '../matrix.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { Indicator } from '../plan/plan.ts';

/** The counts that an agency reported of a row in the last period. */
export interface LastFigure {
  readonly numerator: number;
  readonly denominator: number;
}

/** Finds an agency's own last counts of a row, or where there are none those of the row that it continues; null without a whole. */
export function lastFigures(previous: Matrix, agency: AgencyId): (indicator: Indicator) => LastFigure | null {
  const cells = new Map(previous.indicators.map(({ id, cells }) => [id, cells[agency]]));
  return ({ id, continues }) => {
    const own = cells.get(id);
    const last = own?.denominator ? own : continues && cells.get(continues);
    if (!last?.denominator || last.numerator === undefined) return null;
    return { numerator: last.numerator, denominator: last.denominator };
  };
}

/** Finds likewise the number that an agency stated of a row in the last period; null where it stated none. */
export function lastNumbers(previous: Matrix, agency: AgencyId): (indicator: Indicator) => number | null {
  const cells = new Map(previous.indicators.map(({ id, cells }) => [id, cells[agency]?.value]));
  return ({ id, continues }) => {
    const last = cells.get(id) ?? (continues && cells.get(continues));
    return typeof last === 'number' ? last : null;
  };
}
