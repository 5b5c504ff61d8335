import { existsSync } from 'node:fs';
import type { Environment } from '../settings.ts';
import { embeddedFile, openStore } from './open-store.ts';
import { type SealCode, sealIn } from './seal.ts';
import { sealsBeside } from './seal-file.ts';
import { storePlace } from './store-place.ts';

/** The secrets that a storage knows its backups by; none where it has none yet, is not there, or cannot be opened. */
export async function knownSeals(settings: Environment): Promise<readonly SealCode[]> {
  const beside = settings.PHULUC_STORAGE === 'embedded' ? sealsBeside(storePlace(embeddedFile(settings.PHULUC_DATA))) : [];
  return [...beside, await storedSeal(settings)].filter((code) => code !== null);
}

async function storedSeal(settings: Environment): Promise<SealCode | null> {
  if (settings.PHULUC_STORAGE === 'embedded' && !existsSync(embeddedFile(settings.PHULUC_DATA))) return null;
  try {
    const { table } = await openStore(settings);
    return await sealIn(table).finally(() => table.close());
  } catch {
    return null; // a store that is damaged is what a backup is for
  }
}
