import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { consolidateFolder } from '../cli/consolidate.ts';
import { writeWhole } from '../cli/output.ts';
import { progress } from '../cli/progress.ts';
import type { RowValues } from '../core/form/row-values.ts';
import { formatCount } from '../core/format.ts';
import { type Obligations, obligationsOf } from '../core/plan/obligations.ts';
import { firstPeriodOf, isPlanPeriod, Period } from '../core/plan/plan.ts';
import { type ChosenPlan, choosePlan, planFilesOf, refusalText } from '../seeds/chosen-plan.ts';
import { buildForm } from '../templates/form/build-form.ts';
import { type FormValues, formValuesOf } from '../templates/form/form-values.ts';
import { handled } from './handled.ts';
import { type MadeUpFile, type MadeUpInbox, madeUpInbox } from './made-up/inbox.ts';
import { overHttp } from './over-http.ts';
import { heading, say, seconds } from './say.ts';

/** The main job on made-up reports: two years of it by the command line, and the first once more over HTTP. */
const OUT = 'out/demo';
/** The access keys stay the same as long as this file is there. */
const KEYS = 'keys.json';
const SENT = 'da-nop';
const { plan, agencies } = ownPlan();

await run();

async function run(): Promise<void> {
  const started = Date.now();
  mkdirSync(OUT, { recursive: true });
  for (const name of readdirSync(OUT)) if (name !== KEYS) rmSync(join(OUT, name), { recursive: true, force: true });
  const first = firstPeriodOf(plan);
  const second = Period.parse(String(Number(first) + 1));
  heading(`Kỳ báo cáo ${first}`);
  const { folder, inbox } = await year(first, null);
  if (isPlanPeriod(plan, second)) {
    heading(`Kỳ báo cáo ${second}`);
    await year(second, folder);
  }
  heading(`Kỳ báo cáo ${first} qua máy chủ`);
  const out = join(OUT, `${first}-qua-may-chu`);
  await overHttp({ office: consolidatorOf(agencies), inbox, sent: join(folder, SENT), matrixFile: join(folder, 'matrix.json'), out });
  heading('Xong');
  say(`Số liệu trên đây là giả định, để chạy thử. Tổng thời gian ${seconds(started)}.`);
  say(`Kết quả: ${OUT}/<kỳ> (phu-luc-tong-hop-….xlsx, matrix.json, problems.json); biểu đã điền: ${OUT}/…/${SENT}.`);
  say(`Qua máy chủ: ${out} (bien-nhan.json, matrix.json, phu-luc-tong-hop-${first}.xlsx, may-chu.log).`);
}

/** One period from blank forms to the appendix tables; gives the folder of its results and what was sent in. */
async function year(period: Period, previous: string | null): Promise<{ readonly folder: string; readonly inbox: MadeUpInbox }> {
  const obligations = obligationsOf(plan, agencies, period);
  const inbox = madeUpInbox(obligations);
  const folder = join(OUT, period);
  const sent = join(folder, SENT);
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
  return { folder, inbox };
}

async function filledForm(
  { agency, formPeriod, report, mistakes, modified, repeatedRow }: MadeUpFile,
  obligations: Obligations,
): Promise<Uint8Array> {
  const form = formPeriod === obligations.period ? obligations : obligationsOf(plan, agencies, formPeriod);
  const typed = mistakes.filter(({ value }) => !(value instanceof Date));
  const bytes = await buildForm({ obligations: form, agency, values: overwritten(formValuesOf(report), typed) });
  return handled(bytes, { modified, repeatedRow, date: mistakes.find(({ value }) => value instanceof Date) }, plan);
}

function overwritten(values: FormValues, mistakes: MadeUpFile['mistakes']): FormValues {
  const rows = new Map<MadeUpFile['mistakes'][number]['row'], RowValues>(values);
  for (const { row, field, value } of mistakes) rows.set(row, { ...rows.get(row), [field]: value });
  return rows;
}

/** The plan that the environment names, else the seeds. */
function ownPlan(): ChosenPlan {
  const chosen = choosePlan(planFilesOf({}, process.env));
  if (chosen.ok) return chosen.value;
  process.stderr.write(`${refusalText(chosen.error)}\n`);
  process.exit(1);
}

/** The office that adds up, in whose name the demo closes the period. */
function consolidatorOf(list: ChosenPlan['agencies']): string {
  const office = list.find(({ active, roles }) => active && roles.includes('consolidator'));
  if (!office) throw new Error('[demo] "agencies": no consolidator');
  return office.id;
}
