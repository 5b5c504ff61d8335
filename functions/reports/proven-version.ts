import type { AgencyId } from '../../core/plan/agency.ts';
import type { HeldProof } from '../../core/proof-path.ts';
import type { Deps } from '../deps.ts';
import { ProofRow, proofRow, ReceiptNumberRow, receiptNumberRow } from '../store/rows.ts';
import { neededValue } from '../store/sound-row.ts';
import { UnreadableRowError } from '../store/table.ts';

/**
 * The newest version of an agency's report that has this SHA-256, or the version that has this receipt; null where none has. One row is looked
 * for, whatever the agency has sent, and a second one once a number is right: the time tells neither how much of what is held is right nor how
 * many versions there are. Throws `UnreadableRowError` where the row is there and cannot be read: what was received is not denied.
 */
export async function provenVersion(
  { table }: Pick<Deps, 'table'>,
  partition: string,
  agency: AgencyId,
  held: HeldProof,
): Promise<ProofRow | null> {
  if ('sha256' in held) return newestWith(held.sha256);
  const entity = await table.read(partition, receiptNumberRow(agency, held.receipt));
  if (!entity) return null;
  const { version, at, sha256 } = neededValue(table, partition, entity, ReceiptNumberRow);
  const newest = await newestWith(sha256);
  if (!newest) throw new UnreadableRowError(`[prove] "${partition} ${entity.row}": its version has no proof`, entity.row);
  return { version, at, inForce: newest.inForce && newest.version === version };

  async function newestWith(hash: string): Promise<ProofRow | null> {
    const found = await table.read(partition, proofRow(agency, hash));
    return found && neededValue(table, partition, found, ProofRow);
  }
}
