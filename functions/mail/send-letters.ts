import { createHash } from 'node:crypto';
import type { Day } from '../../core/day.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { EventKind, type LetterName, OutboxRow, outboxOf } from '../store/letter-rows.ts';
import { soundValue } from '../store/sound-row.ts';
import type { Entity, Table } from '../store/table.ts';
import type { Mailer } from './mailer.ts';

/** After so long a letter that is `sending` is taken up again: whoever sent it must have crashed. */
const LOST_AFTER_MS = 3_600_000;

/** What sending needs besides the storage. */
export interface LetterSending {
  readonly table: Table;
  readonly partition: string;
  readonly day: Day;
  readonly mailer: Mailer;
  readonly emailsOf: (agency: AgencyId) => readonly string[] | undefined;
  /** Whether a letter still says what is so; one that does not any more stays unsent. */
  readonly holds: (letter: LetterName) => boolean;
  readonly clock: () => Date;
}

/**
 * Sends the letters of a day that wait in the outbox, each at least once. A letter is marked `sending` under its tag before it is
 * handed over, so that of several hosts only one takes it, and `sent` (or `refused`) once the server has answered. A crash in
 * between leaves it `sending`; after an hour the next run sends it anew, under the same Message-ID. Where the server cannot be
 * reached the letter waits again and the run ends with `MailUnavailable`: the next run goes on.
 */
export async function sendLetters(sending: LetterSending): Promise<void> {
  const { table, partition, day } = sending;
  const letters = (await table.list(partition, outboxOf(day))).flatMap((entity) => {
    const letter = soundValue(table, partition, entity, OutboxRow);
    return letter ? [{ entity, letter }] : [];
  });
  for (const { entity, letter } of letters.toSorted((one, other) => inTurn(one.letter, other.letter))) {
    const to = sending.emailsOf(letter.agency);
    if (!to || !isWaiting(letter, sending.clock()) || !sending.holds(letter)) continue;
    await sendOne(sending, entity, letter, to);
  }
}

/** Agency by agency, to each in the order in which such things happen. */
function inTurn(one: OutboxRow, other: OutboxRow): number {
  if (one.agency !== other.agency) return one.agency < other.agency ? -1 : 1;
  return KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind);
}

const KINDS: readonly string[] = EventKind.options;

async function sendOne(
  { table, partition, mailer, clock }: LetterSending,
  entity: Entity,
  letter: OutboxRow,
  to: readonly string[],
): Promise<void> {
  const { row } = entity;
  const mark = (etag: string, state: OutboxRow['mail']['state']) => {
    const value: OutboxRow = { ...letter, mail: { state, at: clock().toISOString(), tries: letter.mail.tries + 1 } };
    return table.commit(partition, [{ kind: 'replace', row, etag, value }]);
  };
  // A conflict: another host has taken the letter.
  if (!(await mark(entity.etag, 'sending')).ok) return;
  const taken = await table.read(partition, row);
  if (!taken) return;
  const { subject, text } = letter;
  const answer = await mailer.send({ id: messageId(partition, row), to, subject, text }).catch(async (failure: unknown) => {
    await mark(taken.etag, 'waiting');
    throw failure;
  });
  await mark(taken.etag, answer.ok ? 'sent' : 'refused');
}

function isWaiting({ mail: { state, at } }: OutboxRow, now: Date): boolean {
  if (state === 'sending') return now.getTime() - Date.parse(at ?? '') >= LOST_AFTER_MS;
  return state === 'waiting';
}

const messageId = (partition: string, row: string): string =>
  createHash('sha256').update(`${partition}\n${row}`).digest('hex').slice(0, 32);
