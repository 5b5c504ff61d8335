import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { consolidateFolder } from '../cli/consolidate.ts';
import { formatCount } from '../core/format.ts';
import { obligationsOf } from '../core/plan/obligations.ts';
import type { Period } from '../core/plan/period.ts';
import { firstPeriodOf, periodAfter } from '../core/plan/plan-periods.ts';
import { shortPeriodName } from '../core/wording/period-names.ts';
import { writeInbox } from './inbox-files.ts';
import { type MadeUpInbox, madeUpInbox } from './made-up/inbox.ts';
import { overHttp } from './over-http.ts';
import { consolidatorOf, ownPlan } from './own-plan.ts';
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
  const second = periodAfter(plan, first);
  heading(`Kỳ báo cáo ${shortPeriodName(first)}`);
  const { folder, inbox } = await year(first, null);
  if (second) {
    heading(`Kỳ báo cáo ${shortPeriodName(second)}`);
    await year(second, folder);
  }
  heading(`Kỳ báo cáo ${shortPeriodName(first)} qua máy chủ`);
  const out = join(OUT, `${first}-qua-may-chu`);
  await overHttp({ office: consolidatorOf(agencies), inbox, sent: join(folder, SENT), matrixFile: join(folder, 'matrix.json'), out });
  heading('Xong');
  say(`Số liệu trên đây là giả định, để chạy thử. Tổng thời gian ${seconds(started)}.`);
  say(`Kết quả: ${OUT}/<kỳ> (phu-luc-tong-hop-….xlsx, matrix.json, problems.json); biểu đã điền: ${OUT}/…/${SENT}.`);
  say(`Qua máy chủ: ${out} (bien-nhan.json, matrix.json, phu-luc-tong-hop-${first}.xlsx, may-chu.log).`);
}

/** One period from blank forms to the appendix tables; gives the folder of its results and what was sent in. */
async function year(period: Period, previous: string | null): Promise<{ readonly folder: string; readonly inbox: MadeUpInbox }> {
  const inbox = madeUpInbox(obligationsOf(plan, agencies, period));
  const folder = join(OUT, period);
  const sent = join(folder, SENT);
  const filling = Date.now();
  await writeInbox(inbox, { plan, agencies }, sent);
  const late = inbox.files.filter((file) => file.late).length;
  say(
    `${formatCount(agencies.filter(({ active }) => active).length)} đơn vị phải báo cáo; ${formatCount(inbox.files.length + inbox.strange.length)} tệp đã nộp (${late} tệp nộp muộn); ${inbox.silent.length} đơn vị không nộp.`,
  );
  say(`Tạo và điền biểu: ${seconds(filling)}`);

  const consolidating = Date.now();
  const last = previous === null ? [] : ['--previous', previous];
  const code = await consolidateFolder([sent, '--period', period, '--out', folder, '--at', inbox.asOf, ...last]);
  if (code !== 0) throw new Error(`[consolidate] "${period}": exit code ${code}`);
  say(`Đọc, kiểm tra, tổng hợp, lập phụ lục: ${seconds(consolidating)}`);
  return { folder, inbox };
}
