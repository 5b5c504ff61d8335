import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PERIOD } from './folders.ts';
import { median, table, timesText, wholeProcess } from './measure.ts';

export const AT = '2026-11-30T08:00:00+07:00';
const ROUNDS = 5;
/** The first Python that has openpyxl: one on the path may hide the system's own. */
const PYTHONS = ['python3', '/usr/bin/python3'];

/** The whole `phuluc consolidate`, appendix included, beside a Python script that only reads and sums the same workbooks. */
export function benchConsolidating(folder: string, out: string): void {
  const ours: number[] = [];
  const theirs: number[] = [];
  const python = PYTHONS.find((command) => spawnSync(command, ['-c', 'import openpyxl']).status === 0);
  let peak = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const run = wholeProcess(process.execPath, ['dist/phuluc.mjs', 'consolidate', folder, '--period', PERIOD, '--out', out, '--at', AT]);
    ours.push(run.seconds);
    peak = Math.max(peak, run.peak);
    if (python) theirs.push(wholeProcess(python, [join('bench', 'openpyxl-sum.py'), folder]).seconds);
  }
  const [own, other] = [median(ours), median(theirs)];
  const seconds = (value: number) => `${value.toFixed(2)} s`;
  table(
    `Tổng hợp 112 biểu, cả tiến trình (trung vị ${ROUNDS} lượt)`,
    ['', 'thời gian', 'tỷ số', 'bộ nhớ cao nhất'],
    [
      ...(python ? [['Python openpyxl: chỉ đọc và cộng', seconds(other), timesText(1), '']] : []),
      [
        'phuluc consolidate, có phụ lục',
        seconds(own),
        python ? timesText(own / other) : 'máy này không có openpyxl để so',
        `${peak.toFixed(0)} MB`,
      ],
    ],
  );
}
