import type { Day } from '../../core/day.ts';
import { localDay, offsetMs } from '../../core/local-day.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { StoredReceipt } from '../store/rows.ts';

/** The day that lateness is counted from: when a workbook that was taken in had come, else when the report was received here. */
export const receivedDay = ({ receivedOn, at }: StoredReceipt, { reporting }: Plan): Day =>
  receivedOn ?? localDay(new Date(at), reporting.utcOffset);

/** The moment that is shown for it: of a day alone its beginning. */
export const receivedMoment = ({ receivedOn, at }: StoredReceipt, { reporting }: Plan): Date =>
  receivedOn ? new Date(Date.parse(receivedOn) - offsetMs(reporting.utcOffset)) : new Date(at);
