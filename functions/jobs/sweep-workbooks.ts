import type { Deps } from '../deps.ts';
import { WORKBOOKS } from '../store/rows.ts';

/**
 * A submission is committed within seconds of keeping its workbook: what no version names after a day was left by a crash or a conflict.
 */
const ORPHAN_AFTER_MS = 86_400_000;

/** Removes kept workbooks that no version names. One that is kept anew meanwhile stays. */
export async function sweepWorkbooks({ table, files, clock }: Pick<Deps, 'table' | 'files' | 'clock'>): Promise<void> {
  const before = clock().getTime() - ORPHAN_AFTER_MS;
  const old = (await files.list()).filter(({ at }) => at.getTime() < before);
  if (old.length === 0) return;
  const named = new Set<string>();
  for (const partition of await table.partitions())
    for (const { row } of await table.list(partition, WORKBOOKS)) named.add(`${partition}|${row.slice(WORKBOOKS.length)}`);
  for (const file of old) if (!named.has(file.name)) await files.remove(file);
}
