import * as z from 'zod';
import { LetterKind } from '../../contract/routes/get-reminders.ts';
import { Reason } from '../../contract/written-texts.ts';
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

/** What happened to a report or a period, of which a letter goes out at once, in the order in which such things happen. */
export const EventKind = z.enum(['received', 'sent-back', 'accepted', 'reopened']);
export type EventKind = z.infer<typeof EventKind>;

/** A letter of one day to one agency. It stays, also once it is sent: the day's list shows what went out. */
export const OutboxRow = z.strictObject({
  day: Day,
  kind: z.union([LetterKind, EventKind]),
  agency: AgencyId,
  /** Which event it tells of; a reminder has none. */
  event: z.string().optional(),
  subject: z.string(),
  text: z.string(),
  mail: Mailed,
});
export type OutboxRow = z.infer<typeof OutboxRow>;

/** Which letter it is; an agency gets one reminder of a kind a day, and one letter of each event. */
export type LetterName = Pick<OutboxRow, 'day' | 'kind' | 'agency' | 'event'>;

/** That a period was opened again, of which every agency is to be told: more letters than one transaction takes. */
export const PostingRow = z.strictObject({
  at: z.string(),
  event: z.string(),
  reason: Reason,
  agencies: z.array(AgencyId),
  done: z.boolean(),
});
export type PostingRow = z.infer<typeof PostingRow>;
export const POSTINGS = 'posting|';
export const postingRow = ({ at, event }: Pick<PostingRow, 'at' | 'event'>): string => `${POSTINGS}${at}|${event}`;

export const OUTBOX = 'outbox|';
export const outboxOf = (day: Day): string => `${OUTBOX}${day}|`;
export const outboxRow = ({ day, kind, agency, event }: LetterName): string =>
  `${outboxOf(day)}${kind}|${agency}${event === undefined ? '' : `|${event}`}`;
