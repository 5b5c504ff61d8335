import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeUpAgencies } from '../demo/made-up/made-up-agencies.ts';
import { AT } from './consolidating.ts';
import { copiedFolder, PERIOD } from './folders.ts';
import { table, timesText, wholeProcess } from './measure.ts';

/** From the province to the whole country (3,400 communes and offices): time should grow as the workbooks do, memory hardly. */
export function benchGrowth(work: string, source: string): void {
  const rows: string[][] = [];
  let first: number | null = null;
  for (const count of [112, 850, 1_700, 3_400]) {
    const agencies = madeUpAgencies(count);
    const list = join(work, `agencies-${count}.json`);
    mkdirSync(work, { recursive: true });
    writeFileSync(list, JSON.stringify(agencies));
    const folder = copiedFolder(join(work, `inbox-${count}`), source, agencies);
    const { seconds, peak } = wholeProcess(process.execPath, [
      'dist/phuluc.mjs',
      'consolidate',
      folder,
      '--period',
      PERIOD,
      '--out',
      join(work, 'out'),
      '--at',
      AT,
      '--agencies',
      list,
    ]);
    rmSync(folder, { recursive: true });
    first ??= seconds;
    rows.push([
      String(count),
      `${seconds.toFixed(2)} s`,
      `${((seconds * 1000) / count).toFixed(1)} ms`,
      timesText(seconds / first),
      timesText(count / 112),
      `${peak.toFixed(0)} MB`,
    ]);
  }
  table(
    'Tăng theo số biểu (một lượt mỗi mức)',
    ['số biểu', 'thời gian', 'mỗi biểu', 'thời gian so với 112', 'số biểu so với 112', 'bộ nhớ cao nhất'],
    rows,
  );
}
