import type { IndicatorRow } from '../../core/matrix.ts';
import type { Indicator, RowId } from '../../core/plan/plan.ts';

/** A row of the matrix with what the plan says of it. */
export interface PlannedRow {
  readonly row: IndicatorRow;
  readonly indicator: Indicator;
}

/** The matrix's rows in their order, with the plan's texts. */
export function plannedRows(rows: readonly IndicatorRow[], indicators: readonly Indicator[]): PlannedRow[] {
  const byId = new Map<RowId, Indicator>(indicators.map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const indicator = byId.get(row.id);
    return indicator ? [{ row, indicator }] : [];
  });
}
