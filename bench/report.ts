import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PERIOD } from './folders.ts';
import { median, table, timesText, wholeProcess } from './measure.ts';

const ROUNDS = 5;
/** The first Python that has python-docx: one on the path may hide the system's own. */
const PYTHONS = ['python3', '/usr/bin/python3'];

/**
 * The whole `phuluc report` beside a Python script that only writes the tables of the same document again. `out`: what `consolidate` left.
 */
export function benchReport(out: string): void {
  const ours: number[] = [];
  const theirs: number[] = [];
  const python = PYTHONS.find((command) => spawnSync(command, ['-c', 'import docx']).status === 0);
  const document = join(out, `bao-cao-${PERIOD}.docx`);
  let peak = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const run = wholeProcess(process.execPath, ['dist/phuluc.mjs', 'report', out, '--period', PERIOD]);
    ours.push(run.seconds);
    peak = Math.max(peak, run.peak);
    if (python) theirs.push(Number(wholeProcess(python, [join('bench', 'python-docx-tables.py'), document]).out));
  }
  const [own, other] = [median(ours), median(theirs)];
  const seconds = (value: number) => `${value.toFixed(2)} s`;
  table(
    `Lập báo cáo từ kết quả tổng hợp 112 biểu, cả tiến trình (trung vị ${ROUNDS} lượt)`,
    ['', 'thời gian', 'tỷ số', 'bộ nhớ cao nhất'],
    [
      ...(python ? [['python-docx: chỉ ghi lại các bảng', seconds(other), timesText(1), '']] : []),
      ['phuluc report', seconds(own), python ? timesText(own / other) : 'máy này không có python-docx để so', `${peak.toFixed(0)} MB`],
    ],
  );
}
