import * as z from 'zod';
import { LetterKind } from '../../contract/routes/get-reminders.ts';
import { Day } from '../../core/day.ts';
import { AgencyId } from '../../core/plan/agency.ts';

/**
 * What became of a letter as mail: `waiting` for it, `sending` since `at`, `sent` at `at`, or `refused` by the mail server for good.
 * `tries` counts how often it was taken up.
 */
const Mailed = z.strictObject({
  state: z.enum(['waiting', 'sending', 'sent', 'refused']),
  at: z.string().nullable(),
  tries: z.int(),
});

/** A letter of one day to one agency. It stays, also once it is sent: the day's list shows what went out. */
export const OutboxRow = z.strictObject({
  day: Day,
  kind: LetterKind,
  agency: AgencyId,
  subject: z.string(),
  text: z.string(),
  mail: Mailed,
});
export type OutboxRow = z.infer<typeof OutboxRow>;

/** Which letter it is; an agency gets one of a kind a day. */
export type LetterName = Pick<OutboxRow, 'day' | 'kind' | 'agency'>;

export const OUTBOX = 'outbox|';
export const outboxOf = (day: Day): string => `${OUTBOX}${day}|`;
export const outboxRow = ({ day, kind, agency }: LetterName): string => `${outboxOf(day)}${kind}|${agency}`;
