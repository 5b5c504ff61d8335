import type { AgencyId } from '../../core/plan/agency.ts';
import { headsIn } from '../store/heads.ts';
import {
  HEADS,
  PROOFS_ROW,
  ProofRow,
  ProofsRow,
  proofRow,
  type ReceiptNumberRow,
  receiptNumberRow,
  type StoredReceipt,
  VersionRow,
  versionsOf,
} from '../store/rows.ts';
import { soundValue, soundValues } from '../store/sound-row.ts';
import type { Change, Table } from '../store/table.ts';

/**
 * What a submission changes of the proofs of its agency: its own hash is in force, the one before (null for the first version) no
 * longer; and its receipt's number stands for it. To be committed with the version: the head's tag is the lock of these rows too.
 */
export async function proofChanges(
  table: Table,
  partition: string,
  current: StoredReceipt,
  before: StoredReceipt | null,
): Promise<Change[]> {
  const changeOf = async ({ agency, sha256 }: StoredReceipt, next: (stood: ProofRow | null) => ProofRow): Promise<Change> => {
    const row = proofRow(agency, sha256);
    const entity = await table.read(partition, row);
    const value = next(entity && soundValue(table, partition, entity, ProofRow));
    return entity ? { kind: 'replace', row, etag: entity.etag, value } : { kind: 'insert', row, value };
  };
  const own = await changeOf(current, () => ({ version: current.version, at: current.at, inForce: true }));
  const number = numberOf(current);
  if (!before || before.sha256 === current.sha256) return [own, number];
  return [own, number, await changeOf(before, (stood) => ({ ...(stood ?? { version: before.version, at: before.at }), inForce: false }))];
}

/**
 * Gives the versions of a store from before there were proofs, or numbers among them, their rows, a partition at a time; one that has them
 * costs one read.
 * Safe beside submissions and a second instance: a row that stands already is the newer one.
 */
export async function fillProofs(table: Table, partitions: readonly string[]): Promise<void> {
  for (const partition of partitions) {
    const made = await table.read(partition, PROOFS_ROW);
    if (made && soundValue(table, partition, made, ProofsRow)?.numbers) continue;
    for (const { head } of headsIn(table, partition, await table.list(partition, HEADS))) {
      const { agency } = head;
      const versions = soundValues(table, partition, await table.list(partition, versionsOf(agency)), VersionRow);
      for (const change of proofsOf(agency, versions)) await table.commit(partition, [change]);
    }
    const value: ProofsRow = { numbers: true };
    await table.commit(partition, [
      made ? { kind: 'replace', row: PROOFS_ROW, etag: made.etag, value } : { kind: 'insert', row: PROOFS_ROW, value },
    ]);
  }
}

function proofsOf(agency: AgencyId, versions: readonly VersionRow[]): Change[] {
  const receipts = versions.map(({ receipt }) => receipt);
  const newest = new Map(receipts.map((receipt) => [receipt.sha256, receipt]));
  const inForce = receipts.at(-1);
  const proofs = [...newest.values()].map(({ version, at, sha256 }): Change => {
    const value: ProofRow = { version, at, inForce: version === inForce?.version };
    return { kind: 'insert', row: proofRow(agency, sha256), value };
  });
  return [...proofs, ...receipts.map(numberOf)];
}

function numberOf({ id, agency, version, at, sha256 }: StoredReceipt): Change {
  return { kind: 'insert', row: receiptNumberRow(agency, id), value: { version, at, sha256 } satisfies ReceiptNumberRow };
}
