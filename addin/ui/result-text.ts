import type { MeasuredRow } from '../../core/measures/measure.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { Measure, RowResult } from '../../core/measures/schemas.ts';

type Measured = MeasuredRow<Measure>;

/** "94,96%" or "Cấp độ 3"; an en dash where there is no result. */
export const resultText = (row: Measured, result: RowResult | null): string => measureOf(row).resultOf(result)?.text ?? '–';

/** "9.496/10.000", with what is counted; null where nothing is, or there is no result. */
export const countsText = (row: Measured, result: RowResult | null): string | null => measureOf(row).resultOf(result)?.counts ?? null;
