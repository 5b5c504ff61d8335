import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Day } from '../../core/day.ts';
import { localDay } from '../../core/local-day.ts';
import type { Deps } from '../deps.ts';
import { unreadableRowCount } from '../store/sound-row.ts';
import { writeBackup } from './backup-file.ts';
import { keptBackups } from './kept-backups.ts';

/** Said in the name where something in the store could not be read. */
const SPOILT = '.khong-tron-ven';
const NAME = /^phuluc-(\d{4}-\d\d-\d\d)(\.khong-tron-ven)?\.ndjson\.gz$/;
const nameOf = (day: Day, spoilt: '' | typeof SPOILT = ''): string => `phuluc-${day}${spoilt}.ndjson.gz`;

/**
 * Writes the store into the folder unless today's backup (day of Viet Nam) is there, then removes the old ones: seven days and four
 * weeks stay, and however old it is the last one of a store in which everything could be read. Nothing is removed unless a new one was
 * written, and no file of another name ever. A machine that is off at night makes it at its first hour.
 */
export async function nightlyBackup(
  { table, files, plan, clock }: Pick<Deps, 'table' | 'files' | 'plan' | 'clock'>,
  folder: string,
): Promise<void> {
  const today = localDay(clock(), plan.reporting.utcOffset);
  if ((await backupsIn(folder)).some(({ day }) => day === today)) return;
  await writeBackup({ table, files }, join(folder, nameOf(today)));
  if (unreadableRowCount(table) > 0) await rename(join(folder, nameOf(today)), join(folder, nameOf(today, SPOILT)));
  const backups = await backupsIn(folder);
  const kept = keptBackups(backups.map(({ day }) => day));
  const [lastWhole] = backups
    .flatMap(({ day, isWhole }) => (isWhole ? [day] : []))
    .sort()
    .reverse();
  for (const { name, day } of backups) if (!kept.has(day) && day !== lastWhole) await rm(join(folder, name), { force: true });
}

interface KeptBackup {
  readonly name: string;
  readonly day: Day;
  readonly isWhole: boolean;
}

/** The backups in the folder, by what they are called. */
async function backupsIn(folder: string): Promise<KeptBackup[]> {
  const names = await readdir(folder).catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return [];
    throw failure;
  });
  return names.flatMap((name) => {
    const [, said, spoilt] = NAME.exec(name) ?? [];
    const day = Day.safeParse(said);
    return day.success ? [{ name, day: day.data, isWhole: spoilt === undefined }] : [];
  });
}
