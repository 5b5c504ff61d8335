import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { consolidateFolder } from '../cli/consolidate.ts';
import { writeWhole } from '../cli/output.ts';
import { progress } from '../cli/progress.ts';
import { formatCount } from '../core/format.ts';
import { type Obligations, obligationsOf } from '../core/obligations.ts';
import type { Period } from '../core/plan.ts';
import { defaultAgencies } from '../seeds/agencies.ts';
import { type MadeUpFile, madeUpInbox } from '../seeds/made-up/inbox.ts';
import { defaultPlan } from '../seeds/plan.ts';
import { buildForm } from '../templates/form/build-form.ts';
import { type FormValues, formValuesOf, type RowValues } from '../templates/form/form-values.ts';
import { handled } from './handled.ts';

/** The main job on made-up reports, two years of it: forms out, workbooks in, matrix and appendix tables out. */
const OUT = 'out/demo';
const plan = defaultPlan();
const agencies = defaultAgencies();

await run();

async function run(): Promise<void> {
  const started = Date.now();
  rmSync(OUT, { recursive: true, force: true });
  let previous: string | null = null;
  for (const period of ['2026', '2027'] as Period[]) {
    heading(`Kỳ báo cáo ${period}`);
    previous = await year(period, previous);
  }
  heading('Xong');
  say(`Số liệu trên đây là giả định, để chạy thử. Tổng thời gian ${seconds(started)}.`);
  say(`Kết quả: ${OUT}/2026, ${OUT}/2027 (phu-luc-tong-hop-….xlsx, matrix.json, problems.json); biểu đã điền: ${OUT}/…/da-nop.`);
}

/** One period from blank forms to the appendix tables; gives the folder of its results. */
async function year(period: Period, previous: string | null): Promise<string> {
  const obligations = obligationsOf(plan, agencies, period);
  const inbox = madeUpInbox(obligations);
  const folder = join(OUT, period);
  const sent = join(folder, 'da-nop');
  mkdirSync(sent, { recursive: true });

  const filling = Date.now();
  const shown = progress('Đang điền biểu', inbox.files.length);
  for (const [k, file] of inbox.files.entries()) {
    writeWhole(join(sent, file.name), await filledForm(file, obligations));
    shown.step(k + 1);
  }
  for (const { name, bytes } of inbox.strange) writeWhole(join(sent, name), bytes);
  shown.end();
  const late = inbox.files.filter((file) => file.late).length;
  say(
    `${formatCount(obligations.agencies.length)} đơn vị phải báo cáo; ${formatCount(inbox.files.length + inbox.strange.length)} tệp đã nộp (${late} tệp nộp muộn); ${inbox.silent.length} đơn vị không nộp.`,
  );
  say(`Tạo và điền biểu: ${seconds(filling)}`);

  const consolidating = Date.now();
  const last = previous === null ? [] : ['--previous', previous];
  const code = await consolidateFolder([sent, '--period', period, '--out', folder, '--at', inbox.asOf, ...last]);
  if (code !== 0) throw new Error(`[consolidate] "${period}": exit code ${code}`);
  say(`Đọc, kiểm tra, tổng hợp, lập phụ lục: ${seconds(consolidating)}`);
  return folder;
}

async function filledForm(
  { agency, formPeriod, report, mistakes, modified, repeatedRow }: MadeUpFile,
  obligations: Obligations,
): Promise<Uint8Array> {
  const form = formPeriod === obligations.period ? obligations : obligationsOf(plan, agencies, formPeriod);
  const typed = mistakes.filter(({ value }) => !(value instanceof Date));
  const bytes = await buildForm({ obligations: form, agency, values: overwritten(formValuesOf(report), typed) });
  return handled(bytes, { modified, repeatedRow, date: mistakes.find(({ value }) => value instanceof Date) });
}

function overwritten(values: FormValues, mistakes: MadeUpFile['mistakes']): FormValues {
  const rows = new Map<MadeUpFile['mistakes'][number]['row'], RowValues>(values);
  for (const { row, field, value } of mistakes) rows.set(row, { ...rows.get(row), [field]: value });
  return rows;
}

function heading(text: string): void {
  process.stdout.write(`\n── ${text} ${'─'.repeat(Math.max(0, 60 - text.length))}\n`);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1).replace('.', ',')} giây`;
}
