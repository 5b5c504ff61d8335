import { finding } from '../../core/findings/finding.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { findingsLost } from '../../core/rules/findings-lost.ts';
import { type StoredReceipt, VersionRow, versionRow } from './rows.ts';
import { soundValue } from './sound-row.ts';
import { type StoredFinding, storedFinding } from './stored-finding.ts';
import type { Table } from './table.ts';

/** A version of an agency's report; null where there is none, or none that can be read. */
export async function readVersion(table: Table, partition: string, agency: AgencyId, version: number): Promise<VersionRow | null> {
  const entity = await table.read(partition, versionRow(agency, version));
  return entity && soundValue(table, partition, entity, VersionRow);
}

/** What was found in a version, by its receipt; that it is unknown where the version cannot be read. */
export async function findingsIn(
  table: Table,
  partition: string,
  { agency, version }: Pick<StoredReceipt, 'agency' | 'version'>,
): Promise<readonly StoredFinding[]> {
  const stored = await readVersion(table, partition, agency, version);
  return stored?.findings ?? [storedFinding(finding(findingsLost, {}))];
}
