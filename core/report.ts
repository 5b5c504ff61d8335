import * as z from 'zod';
import { AgencyId } from './agency.ts';
import { Day } from './day.ts';
import { LONGEST_TEXT, MOST_COUNTED } from './limits.ts';
import { StatedFigureValue } from './measures/schemas.ts';
import { Period, RowId } from './plan.ts';

const Count = z.int().min(0).max(MOST_COUNTED);
const Text = z.string().max(LONGEST_TEXT);
/** A name of the plan's own: an id, no text that anybody writes. */
const Name = z.string().max(200);

export const State = z.enum(['reported', 'nothing-arose', 'no-figure']);
export type State = z.infer<typeof State>;

export const Status = z.enum(['not-started', 'in-progress', 'done', 'awaiting-guidance', 'not-relevant']);
export type Status = z.infer<typeof Status>;

/** What an agency says of one indicator. Blank, zero and "nothing arose" are three different things: a blank row has no entry. */
export const IndicatorEntry = z.strictObject({
  state: State,
  numerator: Count.optional(),
  denominator: Count.optional(),
  value: StatedFigureValue.optional(),
  explanation: Text.optional(),
  evidence: Text.optional(),
});
export type IndicatorEntry = z.infer<typeof IndicatorEntry>;

/** What an agency says of one task; `percent` 0–100. */
export const TaskEntry = z.strictObject({
  status: Status,
  percent: z.number().min(0).max(100).optional(),
  document: Text.optional(),
  issuedOn: Day.optional(),
  summary: Text.optional(),
  note: Text.optional(),
});
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
