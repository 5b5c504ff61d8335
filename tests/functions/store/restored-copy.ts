import { exportStore } from '../../../functions/store/backup.ts';
import { MemoryFiles } from '../../../functions/store/memory-files.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { restoreStore, verifiedBackup } from '../../../functions/store/restore.ts';
import { sealOf } from '../../../functions/store/seal.ts';
import type { Table } from '../../../functions/store/table.ts';

/** The lines of a store's backup, without its files. */
export async function backupLines(table: Table): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportStore({ table, files: new MemoryFiles() })) lines.push(line);
  return lines;
}

/** A new store, restored from a backup of this one as whoever has its code restores it. */
export async function restoredCopy(table: Table): Promise<MemoryTable> {
  const lines = await backupLines(table);
  const read = async function* () {
    yield* lines;
  };
  const backup = await verifiedBackup(read, { codes: [await sealOf(table)], unverified: false });
  if (!backup.ok) throw new Error(JSON.stringify(backup.error));
  const restored = new MemoryTable();
  expect(await restoreStore({ table: restored, files: new MemoryFiles() }, read, backup.value)).toMatchObject({ ok: true });
  return restored;
}
