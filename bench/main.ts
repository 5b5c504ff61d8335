import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { defaultAgencies } from '../seeds/agencies.ts';
import { benchConsolidating } from './consolidating.ts';
import { filledFolder, PERIOD } from './folders.ts';
import { benchGrowth } from './growth.ts';
import { benchLiveForm, benchPageWeights } from './live-form.ts';
import { benchMatrixReads } from './matrix-reads.ts';
import { median, table, timesText, wholeProcess } from './measure.ts';
import { benchReading } from './reading.ts';
import { benchReport } from './report.ts';
import { benchRush } from './rush.ts';

/** `npm run bench`: everything side by side in one run; ratios count, times are this machine's. */
const WORK = join('.build', 'bench');

await run();

async function run(): Promise<void> {
  wholeProcess(process.execPath, ['tools/build.mjs']);
  const filled = await filledFolder(join(WORK, 'inbox'), defaultAgencies());
  await benchReading(filled);
  benchConsolidating(filled, join(WORK, 'out'));
  benchReport(join(WORK, 'out'));
  await benchLiveForm(filled);
  benchPageWeights();
  benchStart();
  benchForms();
  await benchRush(filled, WORK);
  benchMatrixReads(WORK);
  benchGrowth(WORK, filled);
  rmSync(WORK, { recursive: true, force: true });
}

function benchStart(): void {
  const bare = Array.from({ length: 9 }, () => wholeProcess(process.execPath, ['-e', '0']).seconds);
  const help = Array.from({ length: 9 }, () => wholeProcess(process.execPath, ['cli/bin.mjs', '--help']).seconds);
  const row = (name: string, value: number) => [name, `${(value * 1000).toFixed(0)} ms`, timesText(value / median(bare))];
  table('Khởi động (trung vị 9 lượt)', ['', 'thời gian', 'tỷ số'], [row('node -e 0', median(bare)), row('phuluc --help', median(help))]);
}

function benchForms(): void {
  const { seconds } = wholeProcess(process.execPath, ['dist/phuluc.mjs', 'forms', '--period', PERIOD, '--out', join(WORK, 'forms')]);
  table('Tạo 112 biểu trống (một lượt)', ['', 'thời gian'], [['phuluc forms', `${seconds.toFixed(1)} s`]]);
}
