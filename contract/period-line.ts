import * as z from 'zod';
import { Day } from '../core/day.ts';
import { Period } from '../core/plan/period.ts';

/** A period in one line: its state and its days. */
export const PeriodLine = z.object({
  period: Period,
  state: z.enum(['open', 'closing', 'closed']),
  closes: z.int(),
  from: Day,
  cutOff: Day,
  deadline: Day,
  /** When the close under way or the last one took its figures. */
  asOf: z.string().nullable(),
  /** When the figures that are public were published; earlier than `asOf` where a later close is not published yet. */
  publishedAt: z.string().nullable(),
});
export type PeriodLine = z.infer<typeof PeriodLine>;

/** The same where nothing is said of its publication. */
export const PeriodDays = PeriodLine.omit({ publishedAt: true });
export type PeriodDays = z.infer<typeof PeriodDays>;
