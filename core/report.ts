import * as z from 'zod';
import { AgencyId } from './plan/agency.ts';
import { Period } from './plan/period.ts';
import { RowId } from './plan/plan.ts';
import { entrySchema } from './tables/entry-schema.ts';
import { INDICATOR_COLUMNS } from './tables/indicators/columns.ts';
import { TASK_COLUMNS } from './tables/tasks/columns.ts';

/** A name of the plan's own: an id, no text that anybody writes. */
const Name = z.string().max(200);

/** What an agency says of one indicator. Blank, zero and "nothing arose" are three different things: a blank row has no entry. */
export const IndicatorEntry = entrySchema(INDICATOR_COLUMNS);
export type IndicatorEntry = z.infer<typeof IndicatorEntry>;

/** What an agency says of one task; `percent` 0–100. */
export const TaskEntry = entrySchema(TASK_COLUMNS);
export type TaskEntry = z.infer<typeof TaskEntry>;

/** One agency's report of one period, as it travels and is stored. A row left out is not reported. */
export const Report = z.strictObject({
  plan: Name,
  period: Period,
  agency: AgencyId,
  indicators: z.partialRecord(RowId, IndicatorEntry),
  tasks: z.partialRecord(RowId, TaskEntry),
});
export type Report = z.infer<typeof Report>;

/** Whether the report says anything at all. */
export const holdsAnything = (report: Report): boolean => Object.keys(report.indicators).length + Object.keys(report.tasks).length > 0;
