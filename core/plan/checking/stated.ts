import type { BoundMeasure } from '../../measures/measure.ts';
import { measureOf } from '../../measures/measure-of.ts';
import { Measure } from '../../measures/schemas.ts';
import type { DraftIndicator } from './draft.ts';

/** What the measure of a row says of it; null where it has none, or a broken one. */
export function draftMeasure({ measure }: DraftIndicator): BoundMeasure | null {
  const parsed = Measure.safeParse(measure);
  return parsed.success ? measureOf({ measure: parsed.data }) : null;
}

/** The agency that states the figure of a row; null where none does. */
export const statedByOf = (row: DraftIndicator): string | null => draftMeasure(row)?.statedBy ?? null;
