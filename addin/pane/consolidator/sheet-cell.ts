import type { ShownNumber } from '../../../core/figures/figure.ts';
import type { IndicatorCell, IndicatorRow } from '../../../core/matrix.ts';
import { measureOf } from '../../../core/measures/measure-of.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Period } from '../../../core/plan/period.ts';
import type { Indicator } from '../../../core/plan/plan.ts';
import { VERDICT_SIGNS } from '../../../core/wording/labels.ts';
import { type MatrixCellLook, matrixCellLook } from '../../ui/matrix-cell-look.ts';
import { VERDICT_TONES } from '../../ui/tone.ts';

/** What a cell of the matrix's sheet holds: a number stays one, its sign stands in the number format. */
export interface SheetCell {
  readonly value: string | number | null;
  readonly numberFormat: string | null;
  readonly tone: MatrixCellLook['tone'];
}

/** A number with its sign in the format, a text with its sign before it. */
const signed = (sign: string, { value, format }: ShownNumber): Omit<SheetCell, 'tone'> =>
  format === null ? { value: `${sign} ${value}`, numberFormat: null } : { value, numberFormat: `"${sign} "${format}` };

/** One agency's figure. Without one, sign and word; blank where the agency does not owe the row. */
export function agencySheetCell(
  indicator: Indicator,
  where: { readonly period: Period; readonly agency: AgencyId },
  cell: IndicatorCell | undefined,
): SheetCell {
  const { tone, sign, word } = matrixCellLook(indicator, where, cell);
  if (!cell) return { value: null, numberFormat: null, tone };
  if (cell.state !== 'reported') return { value: `${sign} ${word}`, numberFormat: null, tone };
  return { ...signed(sign, measureOf(indicator).figure.inPane(cell)), tone };
}

/** The province's figure of a row. */
export function resultCell(indicator: Indicator, { result, verdict }: IndicatorRow): SheetCell {
  const tone = VERDICT_TONES[verdict];
  const judged = measureOf(indicator).resultOf(result);
  return judged ? { ...signed(VERDICT_SIGNS[verdict], judged.inPane), tone } : { value: '–', numberFormat: null, tone };
}
