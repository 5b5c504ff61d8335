import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { MatrixFigures } from './matrix-of-size.ts';
import { ms, table, wholeProcess } from './measure.ts';

const COUNTS = [112, 3_400] as const;

/** From the province to the whole country in one partition: what a store grows to and how long the server works on a matrix. */
export function benchMatrixReads(work: string): void {
  const found = COUNTS.map((count) => figuresOf(count, join(work, `matrix-${count}`)));
  const line = (name: string, tell: (figures: MatrixFigures) => string) => [name, ...found.map(tell)];
  const bytes = (value: number) => `${(value / 1024).toFixed(1)} KiB`;
  const megabytes = (value: number) => `${(value / 1024 / 1024).toFixed(1)} MiB`;
  table(
    'Kho nhúng và ma trận, không qua mạng (trung vị 9 lượt)',
    ['', ...COUNTS.map((count) => `${count} đơn vị`)],
    [
      line('ma trận, lần đọc đầu', ({ cold }) => ms(cold)),
      line('ma trận, sau một lần nộp', ({ afterChange }) => ms(afterChange)),
      line('ma trận, không có gì mới', ({ unchanged }) => ms(unchanged)),
      line('304, không có gì mới', ({ notModified }) => ms(notModified)),
      line('ma trận dạng JSON', ({ body }) => megabytes(body)),
      line('mọi ô dạng CSV, lần đọc đầu', ({ feedCold }) => ms(feedCold)),
      line('mọi ô dạng CSV, sau một lần nộp', ({ feedAfterChange }) => ms(feedAfterChange)),
      line('mọi ô dạng CSV', ({ feedBody }) => megabytes(feedBody)),
      line('lượt nộp ghi được/giây, nối tiếp', ({ submissionsPerSecond }) => submissionsPerSecond.toFixed(0)),
      line('báo cáo đang có hiệu lực (head), trung bình', ({ head }) => bytes(head)),
      line('lần nộp (version), trung bình', ({ version }) => bytes(version)),
      line('khóa chống trùng (key), trung bình', ({ key }) => bytes(key)),
      line('nhật ký (audit), trung bình', ({ audit }) => bytes(audit)),
      line('tệp cơ sở dữ liệu, mỗi đơn vị một lần nộp', ({ database }) => megabytes(database)),
      line('bộ nhớ cao nhất', ({ peak }) => `${peak.toFixed(0)} MB`),
    ],
  );
}

function figuresOf(count: number, folder: string): MatrixFigures {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { out } = wholeProcess(process.execPath, ['tools/run.mjs', 'bench/matrix-of-size.ts', String(count), folder]);
  rmSync(folder, { recursive: true });
  return JSON.parse(out) as MatrixFigures; // the program's only line
}
