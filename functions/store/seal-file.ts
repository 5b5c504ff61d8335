import { readFileSync } from 'node:fs';
import { isSealSpoilt, SealCode, sealOf, takeSeal } from './seal.ts';
import { writeOnDisk } from './store-mark.ts';
import { type StorePlace, storePlace } from './store-place.ts';
import type { Table } from './table.ts';

const sealFile = (path: string): string => `${path}.seal`;

/**
 * Keeps the secret of an embedded store beside its file too: a backup can be told from a forged one also when the file is gone. Where the
 * store's own cannot be read any more, the one beside it counts: the backups that it sealed are known on.
 */
export async function keepSeal(table: Table, path: string): Promise<void> {
  const [beside] = sealsBeside(storePlace(path)).flatMap((code) => SealCode.safeParse(code).data ?? []);
  if (beside && (await isSealSpoilt(table))) await takeSeal(table, beside);
  const code = await sealOf(table);
  for (const one of storePlace(path).signed) if (sealBeside(one) !== code) writeOnDisk(sealFile(one), code);
}

/** The secrets that stand beside a store's file, and beside a link to it. */
export const sealsBeside = ({ signed }: StorePlace): readonly SealCode[] => signed.map(sealBeside).filter((code) => code !== null);

function sealBeside(path: string): SealCode | null {
  try {
    return readFileSync(sealFile(path), 'utf8').trim();
  } catch {
    return null;
  }
}
