import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Day } from '../../core/day.ts';
import { localDay } from '../../core/local-day.ts';
import type { Deps } from '../deps.ts';
import { writeBackup } from './backup-file.ts';
import { keptBackups } from './kept-backups.ts';

const NAME = /^phuluc-(\d{4}-\d\d-\d\d)\.ndjson\.gz$/;
const nameOf = (day: Day): string => `phuluc-${day}.ndjson.gz`;

/**
 * Writes the store into the folder unless today's backup (day of Viet Nam) is there, then removes the old ones: seven days and four
 * weeks stay. Nothing is removed unless a new one was written, and no file of another name ever. A machine that is off at night
 * makes it at its first hour.
 */
export async function nightlyBackup(
  { table, files, plan, clock }: Pick<Deps, 'table' | 'files' | 'plan' | 'clock'>,
  folder: string,
): Promise<void> {
  const today = localDay(clock(), plan.reporting.utcOffset);
  if ((await backupsIn(folder)).includes(today)) return;
  await writeBackup({ table, files }, join(folder, nameOf(today)));
  const days = await backupsIn(folder);
  const kept = keptBackups(days);
  for (const day of days) if (!kept.has(day)) await rm(join(folder, nameOf(day)), { force: true });
}

/** Days of which the folder holds a backup. */
async function backupsIn(folder: string): Promise<Day[]> {
  const names = await readdir(folder).catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return [];
    throw failure;
  });
  return names.flatMap((name) => Day.safeParse(NAME.exec(name)?.[1]).data ?? []);
}
