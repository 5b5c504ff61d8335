import type { AgencyId } from '../../core/plan/agency.ts';
import { batchesOf } from '../store/batches.ts';
import { headsIn } from '../store/heads.ts';
import {
  HEADS,
  type Head,
  PROOFS_ROW,
  ProofRow,
  ProofsRow,
  proofRow,
  proofsOf,
  ReceiptNumberRow,
  receiptNumberRow,
  type StoredReceipt,
  VersionRow,
  versionsOf,
} from '../store/rows.ts';
import { soundValue, soundValues } from '../store/sound-row.ts';
import type { Change, Entity, Table } from '../store/table.ts';

/**
 * What a submission changes of the proofs of its agency: its own hash is in force, the one before no longer; and its receipt's number stands
 * for it. `before`: null for the first version; 'unknown' where no head says it, so that each that says it is in force is looked for. To be
 * committed with the version: the head's tag is the lock of these rows too. `again`: a commit of it met other rows: the number of a version
 * whose own rows were lost may stand there still.
 */
export async function proofChanges(
  table: Table,
  partition: string,
  current: StoredReceipt,
  { before, again }: { readonly before: StoredReceipt | null | 'unknown'; readonly again: boolean },
): Promise<Change[]> {
  const { agency, sha256, version, at } = current;
  const own: ProofRow = { version, at, inForce: true };
  const proof = await written(table, partition, proofRow(agency, sha256), own);
  const numberRow = receiptNumberRow(agency, current.id);
  const number = again ? await written(table, partition, numberRow, numberedAs(current)) : changeOf(numberedAs(current), numberRow, null);
  const others = before === 'unknown' ? await provenInForce(table, partition, agency) : await provenAs(table, partition, before);
  const outdated = others.filter(({ row }) => row !== proof.row);
  return [proof, number, ...outdated.map(({ row, etag, value }): Change => changeOf({ ...value, inForce: false }, row, etag))];
}

interface StoredProof {
  readonly row: string;
  /** Null where it has no row yet. */
  readonly etag: string | null;
  readonly value: ProofRow;
}

const changeOf = (value: ProofRow | ReceiptNumberRow, row: string, etag: string | null): Change =>
  etag === null ? { kind: 'insert', row, value } : { kind: 'replace', row, etag, value };

const written = async (table: Table, partition: string, row: string, value: ProofRow | ReceiptNumberRow): Promise<Change> =>
  changeOf(value, row, (await table.read(partition, row))?.etag ?? null);

async function provenAs(table: Table, partition: string, receipt: StoredReceipt | null): Promise<StoredProof[]> {
  if (!receipt) return [];
  const row = proofRow(receipt.agency, receipt.sha256);
  const entity = await table.read(partition, row);
  const value = (entity && soundValue(table, partition, entity, ProofRow)) ?? { version: receipt.version, at: receipt.at, inForce: true };
  return [{ row, etag: entity?.etag ?? null, value }];
}

async function provenInForce(table: Table, partition: string, agency: AgencyId): Promise<StoredProof[]> {
  return (await table.list(partition, proofsOf(agency))).flatMap((entity: Entity): StoredProof[] => {
    const value = soundValue(table, partition, entity, ProofRow);
    return value?.inForce ? [{ row: entity.row, etag: entity.etag, value }] : [];
  });
}

/** Versions that are held in memory at once. */
const VERSIONS_AT_ONCE = 100;

/**
 * Gives the versions of a store from before there were proofs, or numbers among them, their rows, a partition at a time; one that has them
 * costs one read. Rows that cannot be read are made anew with them; of a version that cannot be read either they stay, so that nobody is told
 * that it never came.
 * Safe beside submissions and a second instance: a row that stands already is the newer one.
 */
export async function fillProofs(table: Table, partitions: readonly string[]): Promise<void> {
  for (const partition of partitions) {
    const made = await table.read(partition, PROOFS_ROW);
    if (made && soundValue(table, partition, made, ProofsRow)?.numbers) continue;
    for (const { head } of headsIn(table, partition, await table.list(partition, HEADS)))
      await insertMissing(
        table,
        partition,
        missingProofs(await receiptsOf(table, partition, head), head, await spoiltProofs(table, partition, head)),
      );
    const value: ProofsRow = { numbers: true };
    await table.commit(partition, [
      made ? { kind: 'replace', row: PROOFS_ROW, etag: made.etag, value } : { kind: 'insert', row: PROOFS_ROW, value },
    ]);
  }
}

/** The receipts of all versions that can be read, and of the one in force, oldest first. */
async function receiptsOf(table: Table, partition: string, { agency, current }: Head): Promise<StoredReceipt[]> {
  const receipts: StoredReceipt[] = [];
  for (let after = versionsOf(agency); ; ) {
    const page = await table.listPage(partition, versionsOf(agency), after, VERSIONS_AT_ONCE);
    receipts.push(...soundValues(table, partition, page, VersionRow).map(({ receipt }) => receipt));
    after = page.at(-1)?.row ?? after;
    if (page.length < VERSIONS_AT_ONCE) break;
  }
  const inForce = current?.receipt;
  return inForce && !receipts.some(({ version }) => version === inForce.version) ? [...receipts, inForce] : receipts;
}

/** Rows of an agency's proofs and numbers that cannot be read, with their tags: what can be made anew takes their place. */
async function spoiltProofs(table: Table, partition: string, { agency }: Head): Promise<ReadonlyMap<string, string>> {
  const [proofs, numbers] = [await table.list(partition, proofsOf(agency)), await table.list(partition, receiptNumberRow(agency, ''))];
  return new Map(
    [
      ...proofs.filter((entity) => !soundValue(table, partition, entity, ProofRow)),
      ...numbers.filter((entity) => !soundValue(table, partition, entity, ReceiptNumberRow)),
    ].map(({ row, etag }) => [row, etag]),
  );
}

function missingProofs(receipts: readonly StoredReceipt[], { current }: Head, spoilt: ReadonlyMap<string, string>): Change[] {
  const madeOf = (value: ProofRow | ReceiptNumberRow, row: string): Change => changeOf(value, row, spoilt.get(row) ?? null);
  const newest = new Map(receipts.map((receipt) => [receipt.sha256, receipt]));
  const proofs = [...newest.values()].map(({ agency, version, at, sha256 }): Change => {
    const value: ProofRow = { version, at, inForce: version === current?.receipt.version };
    return madeOf(value, proofRow(agency, sha256));
  });
  const numbers = new Map(receipts.map((receipt) => [receiptNumberRow(receipt.agency, receipt.id), receipt]));
  return [...proofs, ...[...numbers].map(([row, receipt]) => madeOf(numberedAs(receipt), row))];
}

/** Many at once: one after another takes half an hour where the storage is far away. */
async function insertMissing(table: Table, partition: string, changes: readonly Change[]): Promise<void> {
  for (const batch of batchesOf(changes)) {
    if ((await table.commit(partition, batch)).ok) continue;
    for (const change of batch) await table.commit(partition, [change]);
  }
}

const numberedAs = ({ version, at, sha256 }: StoredReceipt): ReceiptNumberRow => ({ version, at, sha256 });
