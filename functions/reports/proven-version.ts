import type { AgencyId } from '../../core/plan/agency.ts';
import type { Deps } from '../deps.ts';
import { ProofRow, proofRow } from '../store/rows.ts';
import { soundValue } from '../store/sound-row.ts';

/**
 * The newest version of an agency's report that has this SHA-256 (64 lower-case hex); null where none has. One row is looked for,
 * whatever the agency has sent: the time tells neither how much of a hash is right nor how many versions there are.
 */
export async function provenVersion(
  { table }: Pick<Deps, 'table'>,
  partition: string,
  agency: AgencyId,
  sha256: string,
): Promise<ProofRow | null> {
  const entity = await table.read(partition, proofRow(agency, sha256));
  return entity && soundValue(table, partition, entity, ProofRow);
}
