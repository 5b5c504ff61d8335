import type { AgencyId } from '../../core/plan/agency.ts';
import { headsIn } from '../store/heads.ts';
import { HEADS, PROOFS_ROW, ProofRow, proofRow, type StoredReceipt, VersionRow, versionsOf } from '../store/rows.ts';
import { soundValue, soundValues } from '../store/sound-row.ts';
import type { Change, Table } from '../store/table.ts';

/**
 * What a submission changes of the proofs of its agency: its own hash is in force, the one before (null for the first version) no
 * longer. To be committed with the version: the head's tag is the lock of these rows too.
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
  if (!before || before.sha256 === current.sha256) return [own];
  return [own, await changeOf(before, (stood) => ({ ...(stood ?? { version: before.version, at: before.at }), inForce: false }))];
}

/**
 * Gives the versions of a store from before there were proofs their rows, a partition at a time; one that has them costs one read.
 * Safe beside submissions and a second instance: a row that stands already is the newer one.
 */
export async function fillProofs(table: Table, partitions: readonly string[]): Promise<void> {
  for (const partition of partitions) {
    if (await table.read(partition, PROOFS_ROW)) continue;
    for (const { head } of headsIn(table, partition, await table.list(partition, HEADS))) {
      const { agency } = head;
      const versions = soundValues(table, partition, await table.list(partition, versionsOf(agency)), VersionRow);
      for (const change of proofsOf(agency, versions)) await table.commit(partition, [change]);
    }
    await table.commit(partition, [{ kind: 'insert', row: PROOFS_ROW, value: {} }]);
  }
}

function proofsOf(agency: AgencyId, versions: readonly VersionRow[]): Change[] {
  const receipts = versions.map(({ receipt }) => receipt);
  const newest = new Map(receipts.map((receipt) => [receipt.sha256, receipt]));
  const inForce = receipts.at(-1);
  return [...newest.values()].map(({ version, at, sha256 }) => {
    const value: ProofRow = { version, at, inForce: version === inForce?.version };
    return { kind: 'insert', row: proofRow(agency, sha256), value };
  });
}
