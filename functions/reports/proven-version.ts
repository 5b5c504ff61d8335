import type { AgencyId } from '../../core/plan/agency.ts';
import type { HeldProof } from '../../core/proof-path.ts';
import type { Deps } from '../deps.ts';
import { ProofRow, proofRow, ReceiptNumberRow, receiptNumberRow } from '../store/rows.ts';
import { soundValue } from '../store/sound-row.ts';

/**
 * The newest version of an agency's report that has this SHA-256, or the version that has this receipt; null where none has. One row is looked
 * for, whatever the agency has sent, and a second one once a number is right: the time tells neither how much of what is held is right nor how
 * many versions there are.
 */
export async function provenVersion(
  { table }: Pick<Deps, 'table'>,
  partition: string,
  agency: AgencyId,
  held: HeldProof,
): Promise<ProofRow | null> {
  if ('sha256' in held) return newestWith(held.sha256);
  const entity = await table.read(partition, receiptNumberRow(agency, held.receipt));
  const numbered = entity && soundValue(table, partition, entity, ReceiptNumberRow);
  if (!numbered) return null;
  const { version, at, sha256 } = numbered;
  const newest = await newestWith(sha256);
  return { version, at, inForce: newest?.inForce === true && newest.version === version };

  async function newestWith(hash: string): Promise<ProofRow | null> {
    const found = await table.read(partition, proofRow(agency, hash));
    return found && soundValue(table, partition, found, ProofRow);
  }
}
