import * as z from 'zod';
import { LetterKind } from '../../contract/routes/get-reminders.ts';
import { Day } from '../../core/day.ts';
import { AgencyId } from '../../core/plan/agency.ts';
import { batchesOf } from '../store/batches.ts';
import type { Change, Table } from '../store/table.ts';

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

/**
 * Puts letters into the outbox. They are only ever inserted: one that stands already stays as it is, so that running twice on a day
 * makes none twice. No audit entry: a letter changes nothing in any report, and the row itself is its record.
 */
export async function putLetters(
  table: Table,
  partition: string,
  letters: readonly (LetterName & Pick<OutboxRow, 'subject' | 'text'>)[],
): Promise<void> {
  const changes = letters.map((letter): Change => {
    const value: OutboxRow = { ...letter, mail: { state: 'waiting', at: null, tries: 0 } };
    return { kind: 'insert', row: outboxRow(letter), value };
  });
  for (const batch of batchesOf(changes)) {
    if ((await table.commit(partition, batch)).ok) continue;
    // One that stands already stops the whole batch: one by one.
    for (const change of batch) await table.commit(partition, [change]);
  }
}
