import { batchesOf } from '../store/batches.ts';
import { type LetterName, type OutboxRow, outboxRow } from '../store/letter-rows.ts';
import type { Change, Table } from '../store/table.ts';

type NewLetter = LetterName & Pick<OutboxRow, 'subject' | 'text'>;

/** A letter that is still to be sent, as it is put into the outbox. */
export function letterChange(letter: NewLetter): Change {
  const value: OutboxRow = { ...letter, mail: { state: 'waiting', at: null, tries: 0 } };
  return { kind: 'insert', row: outboxRow(letter), value };
}

/**
 * Puts letters into the outbox. They are only ever inserted: one that stands already stays as it is, so that running twice on a day
 * makes none twice. No audit entry: a letter changes nothing in any report, and the row itself is its record.
 */
export async function putLetters(table: Table, partition: string, letters: readonly NewLetter[]): Promise<void> {
  for (const batch of batchesOf(letters.map(letterChange))) {
    if ((await table.commit(partition, batch)).ok) continue;
    // One that stands already stops the whole batch: one by one.
    for (const change of batch) await table.commit(partition, [change]);
  }
}
