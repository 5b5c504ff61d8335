import type { AgencyId } from '../../core/agency.ts';
import type { Deps } from '../deps.ts';
import { isSameDigest } from '../identity/key-text.ts';
import { readHead } from '../store/heads.ts';
import { VersionRow, versionsOf } from '../store/rows.ts';
import { soundValues } from '../store/sound-row.ts';
import type { Receipt } from './receipt.ts';

/** A version that was acknowledged, and whether it still is the one in force. */
export interface Proven {
  readonly receipt: Receipt;
  readonly inForce: boolean;
}

/**
 * The newest version of an agency's report that has this SHA-256 (64 lower-case hex); null where none has. Every version is
 * compared, each in a time that does not tell how much of the hash was right.
 */
export async function provenVersion(
  { table }: Pick<Deps, 'table'>,
  partition: string,
  agency: AgencyId,
  sha256: string,
): Promise<Proven | null> {
  const receipts = soundValues(table, partition, await table.list(partition, versionsOf(agency)), VersionRow).map(
    ({ receipt: one }) => one,
  );
  const receipt = receipts.filter((one) => isSameDigest(one.sha256, sha256)).at(-1);
  if (!receipt) return null;
  const found = await readHead(table, partition, agency);
  return { receipt, inForce: found?.head.current?.receipt.version === receipt.version };
}
