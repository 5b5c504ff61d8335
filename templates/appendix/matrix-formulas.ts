import { isFinalIn } from '../../core/consolidating/verdict.ts';
import type { RowRefs, Totals } from '../../core/measures/formulas.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { Period } from '../../core/plan/period.ts';
import type { Indicator } from '../../core/plan/plan.ts';
import { VERDICT_WORDS } from '../../core/wording/labels.ts';
import type { Formula } from '../../xlsx/write/cell.ts';
import { CELL_SIGNS } from './matrix-cells.ts';
import type { MatrixLine } from './matrix-line.ts';

/** Cells of one row of the matrix sheet that its formulas name. */
export interface RowCells extends RowRefs {
  /** The cell of the agency that states the row's figure; null where no column is its own. */
  readonly stated: string | null;
}

type Total = keyof Totals<unknown>;

/** A total of the province, worked out from the sources; null where the row's kind has none. */
export function totalFormula(line: MatrixLine, cells: RowCells, key: Total): Formula | null {
  const formula = measureOf(line.indicator).formulas.totals(cells)[key];
  return formula === null ? null : { formula, result: totalOf(line, key) ?? '' };
}

/** What it comes to: an empty text where there is no result yet, null where the row's kind has no such total. */
export function totalOf({ indicator, row }: MatrixLine, key: Total): number | string | null {
  const { resultOf, formulas } = measureOf(indicator);
  return (resultOf(row.result)?.totals ?? formulas.empty)[key];
}

/** The number format of a row's result. */
export function totalFormat({ indicator, row }: MatrixLine): string {
  const { resultOf, formulas } = measureOf(indicator);
  return resultOf(row.result)?.format ?? formulas.format;
}

/** The verdict worked out once more from the counts, unrounded, as anyone may check it. */
export function verdictFormula(indicator: Indicator, period: Period, cells: RowCells): string {
  const { statedBy, formulas } = measureOf(indicator);
  const short = isFinalIn(indicator, period) ? VERDICT_WORDS.missed : VERDICT_WORDS.below;
  const statedNothing = cells.stated ? `${cells.stated}="${CELL_SIGNS['nothing-arose']}"` : 'FALSE';
  const nothing = statedBy === null ? `${cells.nothingArose}=${cells.obliged}` : statedNothing;
  const judged = `IF(${formulas.isMet(cells)},"${VERDICT_WORDS.met}","${short}")`;
  const silent = `IF(${nothing},"${VERDICT_WORDS['nothing-arose']}","${VERDICT_WORDS['not-reported']}")`;
  return `IF(${cells.obliged}=0,"${VERDICT_WORDS['not-due']}",IF(${cells.result}="",${silent},${judged}))`;
}
