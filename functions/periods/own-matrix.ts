import type { IndicatorRow, Matrix } from '../../core/matrix.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { covers, type Rows } from '../identity/rights.ts';

/** What a row of the province says where nothing of it may be told. */
const UNTOLD: Omit<IndicatorRow, 'id' | 'due' | 'cells'> = {
  result: null,
  coverage: { obliged: 0, reported: 0, nothingArose: 0, noFigure: 0, missing: 0 },
  verdict: 'not-due',
  pace: null,
  gapPoints: null,
  base: null,
  provisional: false,
  why: { sentence: '', flagged: false },
};

/**
 * A matrix with nothing in it but one agency's own figures, of the rows that may be seen: all that the rules on one
 * report look at, and no word of anybody else's or of the province's.
 */
export function ownMatrix({ plan, period, asOf, ...matrix }: Matrix, agency: AgencyId, rows: Rows): Matrix {
  const missing = matrix.agencies.missing.filter((id) => id === agency);
  const indicators = matrix.indicators.flatMap(({ id, due, cells }): IndicatorRow[] => {
    const cell = cells[agency];
    if (!cell || !covers(rows, [id])) return [];
    const { explanation: _, source: __, ...figures } = cell;
    return [{ id, due, ...UNTOLD, cells: { [agency]: figures } }];
  });
  return { plan, period, asOf, agencies: { obliged: 1, received: 1 - missing.length, missing }, indicators, tasks: [] };
}
