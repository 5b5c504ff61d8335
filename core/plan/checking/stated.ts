import type { Day } from '../../day.ts';
import type { BoundMeasure } from '../../measures/measure.ts';
import { measureOf } from '../../measures/measure-of.ts';
import { Measure } from '../../measures/schemas.ts';
import type { DraftIndicator } from './draft.ts';
import { partAt } from './sound-part.ts';

/** What the measure of a row says of it; null where it has none, or a broken one. */
export function draftMeasure({ measure, leads = [], due }: DraftIndicator): BoundMeasure | null {
  const parsed = Measure.safeParse(measure);
  const named = leads.filter((lead) => lead !== undefined);
  return parsed.success ? measureOf({ measure: parsed.data, leads: named, due: due as Day }) : null; // nothing here asks for the day
}

/** Where a row says who states its figure: its measure does, or it is the first lead. */
export const staterPath = ({ measure }: DraftIndicator): readonly PropertyKey[] =>
  partAt(measure, ['statedBy']) === undefined ? ['leads', 0] : ['measure', 'statedBy'];

/** The agency that states the figure of a row; null where none does. */
export const statedByOf = (row: DraftIndicator): string | null => draftMeasure(row)?.statedBy ?? null;
