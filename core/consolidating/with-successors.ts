import { formerCounts } from '../figures/former-counts.ts';
import type { IndicatorCell, IndicatorRow, Matrix } from '../matrix.ts';
import type { Agency, AgencyId } from '../plan/agency.ts';

/** An earlier matrix as a later period looks back on it: an agency that had no cell of its own has the sum of those that it succeeds. */
export function withSuccessors(matrix: Matrix, agencies: readonly Agency[]): Matrix {
  const successors = agencies.filter(({ succeeds = [] }) => succeeds.length > 0);
  if (successors.length === 0) return matrix;
  return { ...matrix, indicators: matrix.indicators.map((row) => ({ ...row, cells: { ...inherited(row, successors), ...row.cells } })) };
}

function inherited({ cells }: IndicatorRow, successors: readonly Agency[]): Record<AgencyId, IndicatorCell> {
  return Object.fromEntries(
    successors.flatMap(({ id, succeeds = [] }) => {
      const sum = formerCounts(succeeds.map((former) => cells[former]));
      return sum ? [[id, sum]] : [];
    }),
  );
}
