import type { Coverage } from '../matrix.ts';
import type { AgencyCells, JudgedResult, MeasuredCell } from '../measures/measure.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { RowResult } from '../measures/schemas.ts';
import { cellBy } from '../measures/stated.ts';
import type { Indicator } from '../plan/plan.ts';

/** What the cells of one row come to. */
export interface RowOutcome {
  readonly coverage: Coverage;
  /** The cell of the agency that states the row's figure; null where none does, or where it is not asked. */
  readonly stated: MeasuredCell | null;
  readonly result: RowResult | null;
  readonly judged: JudgedResult | null;
}

/** Adds up the cells of all agencies that owe a row. Their order does not matter. */
export function rowOutcome(indicator: Indicator, cells: AgencyCells): RowOutcome {
  const { statedBy, addUp, resultOf } = measureOf(indicator);
  const coverage = coverageOf(cells);
  const result = coverage.obliged === 0 ? null : addUp(cells, coverage);
  return { coverage, stated: statedBy === null ? null : cellBy(statedBy, cells), result, judged: resultOf(result) };
}

function coverageOf(cells: AgencyCells): Coverage {
  const count = (wanted: MeasuredCell['state']): number => cells.filter(([, { state }]) => state === wanted).length;
  return {
    obliged: cells.length,
    reported: count('reported'),
    nothingArose: count('nothing-arose'),
    noFigure: count('no-figure'),
    missing: count('not-reported'),
  };
}
