import { setImmediate as aTurn } from 'node:timers/promises';
import type { VersionLine } from '../../contract/routes/get-versions.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { latestVersion, readHead } from '../store/heads.ts';
import { VersionRow, versionRow } from '../store/rows.ts';
import { soundValue } from '../store/sound-row.ts';
import type { Table } from '../store/table.ts';

/** Lines of versions that were read before: a version never changes. */
const knownOf = new WeakMap<Table, Map<string, VersionLine>>();
const MOST_KNOWN = 50_000;

/**
 * The versions of an agency's report, the first first; those that cannot be read are left out. Each is read once and one at a time, with
 * the others served in between: all of them together may be more than memory holds.
 */
export async function versionLines(table: Table, partition: string, agency: AgencyId): Promise<VersionLine[]> {
  const lines: VersionLine[] = [];
  const newest = await newestNumber(table, partition, agency);
  for (let version = 1; version <= newest; version++) {
    const line = await versionLine(table, partition, versionRow(agency, version));
    if (line) lines.push(line);
  }
  return lines;
}

async function newestNumber(table: Table, partition: string, agency: AgencyId): Promise<number> {
  const found = await readHead(table, partition, agency);
  return latestVersion(table, partition, agency, found?.head ?? null);
}

async function versionLine(table: Table, partition: string, row: string): Promise<VersionLine | null> {
  const known = knownOf.get(table) ?? new Map<string, VersionLine>();
  knownOf.set(table, known);
  const key = `${partition} ${row}`;
  const before = known.get(key);
  if (before) return before;
  await aTurn();
  const entity = await table.read(partition, row);
  const stored = entity && soundValue(table, partition, entity, VersionRow);
  if (!stored) return null;
  const { version, at, by, sha256, preparedBy } = stored.receipt;
  const line = { version, at, by, sha256, ...(preparedBy && { preparedBy }) };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, line);
  return line;
}
