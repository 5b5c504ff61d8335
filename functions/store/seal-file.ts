import { readFileSync } from 'node:fs';
import { type SealCode, sealOf } from './seal.ts';
import { writeOnDisk } from './store-mark.ts';
import type { Table } from './table.ts';

const sealFile = (path: string): string => `${path}.seal`;

/** Keeps the secret of an embedded store beside its file too: a backup can be told from a forged one also when the file is gone. */
export async function keepSeal(table: Table, path: string): Promise<void> {
  const code = await sealOf(table);
  if (sealBeside(path) !== code) writeOnDisk(sealFile(path), code);
}

/** The secret that stands beside a store's file; null where none does. */
export function sealBeside(path: string): SealCode | null {
  try {
    return readFileSync(sealFile(path), 'utf8').trim();
  } catch {
    return null;
  }
}
