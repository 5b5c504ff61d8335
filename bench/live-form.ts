import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { obligationsOf } from '../core/plan/obligations.ts';
import { readReport } from '../core/reading/read-report.ts';
import { checkReport } from '../core/rules/check-report.ts';
import { defaultAgencies } from '../seeds/agencies.ts';
import { defaultPlan } from '../seeds/plan.ts';
import { readWorkbook } from '../xlsx/read/read-workbook.ts';
import { PERIOD } from './folders.ts';
import { inTurn, table, timesText } from './measure.ts';

const ROUNDS = 200;
const BUDGETS = [
  ['Trang nộp báo cáo', 'index.html', 80],
  ['Dành cho cơ quan tổng hợp', 'desk/index.html', 150],
  ['Ngăn trong Excel', 'pane/index.html', 60],
] as const;

/** From an edit to its findings on a full report, beside a bare walk over the same cells. */
export async function benchLiveForm(folder: string): Promise<void> {
  const [plan, agencies] = [defaultPlan(), defaultAgencies()];
  const office = agencies.find(({ roles }) => roles.includes('consolidator'))?.id;
  const workbook = readWorkbook(readFileSync(join(folder, `${office}.xlsx`)));
  if (!workbook.ok) throw new Error('[bench] "form": not read');
  const obligations = obligationsOf(plan, agencies, PERIOD);
  const context = { plan, agencies, obligationsOf: () => obligations, expected: PERIOD, previous: null };
  const { report } = readReport(workbook.value, context);
  if (!report) throw new Error('[bench] "form": nobody\'s');
  const checking = { obligations, agency: report.agency, unread: new Set<never>(), previous: null };
  let seen = 0;
  const spent = await inTurn(ROUNDS, {
    floor: () => {
      for (const { rows } of workbook.value.grids) for (const { cells } of rows) for (const { value } of cells) if (value !== null) seen++;
    },
    rules: () => checkReport(report, checking),
    'reading and rules': () => readReport(workbook.value, context),
  });
  const line = (name: string, value: number) => [name, `${value.toFixed(3)} ms`, timesText(value / spent.floor)];
  table(
    `Từ lúc sửa một ô đến kết quả kiểm tra (${seen > 0 ? 'biểu đầy đủ, ' : ''}trung vị ${ROUNDS} lượt)`,
    ['', 'thời gian', 'tỷ số'],
    [line('chỉ đi qua các ô', spent.floor), line('các quy tắc', spent.rules), line('đọc biểu và các quy tắc', spent['reading and rules'])],
  );
}

/** What each page loads at first, packed, beside what it may. */
export function benchPageWeights(): void {
  table(
    'Dung lượng tải lần đầu của các trang (gzip)',
    ['', 'kB', 'giới hạn'],
    BUDGETS.map(([name, file, most]) => [name, (weightOf(file) / 1000).toFixed(1), `${most}`]),
  );
}

function weightOf(file: string): number {
  const html = readFileSync(`dist/pages/${file}`, 'utf8');
  const parts = [...html.matchAll(/(?:href|src)="\/(assets\/[^"]+)"/g)].map(([, path]) => readFileSync(`dist/pages/${path}`));
  return [Buffer.from(html), ...parts].reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
}
