import { existsSync } from 'node:fs';
import type { AgencyId } from '../core/plan/agency.ts';
import hostSettings from '../functions/host.json' with { type: 'json' };
import { refuseOtherPlan } from '../functions/store/other-plan.ts';
import { planInForce } from '../functions/store/plan-in-force.ts';
import { StoreRefused } from '../functions/store/store-refused.ts';
import { StoreUnavailable } from '../functions/store/table.ts';
import { unavailableSentence } from '../functions/store/unavailable-sentence.ts';
import { type ChosenPlan, choosePlan, type PlanFiles, refusalText } from '../seeds/chosen-plan.ts';
import type { FunctionsApp } from './node/functions-app.ts';
import { type Host, type HostSettings, startHost } from './node/host.ts';
import { type HostLimits, hostLimits } from './node/limits.ts';
import { loadApp } from './node/load-app.ts';
import { errorText, jsonLog } from './node/log.ts';
import { pagesOf } from './node/pages.ts';
import { signInWaysOf } from './node/pages-policy.ts';
import { stopOnSignal } from './node/stop-on-signal.ts';
import { deferred } from './start/deferred.ts';
import { KeysUnusable } from './start/keys-file.ts';
import { type LocalKeys, localKeys } from './start/local-keys.ts';
import { type StartOptions, startOptions } from './start/options.ts';
import { signInLinks } from './start/sign-in-links.ts';
import { openStorage, type Storage } from './start/storage.ts';

/** What tools/build-self-test.mjs makes. */
const SELF_TEST = '.build/self-test/pane/self-test';

/** The whole service on this machine: host, functions, storage, pages. Ends on SIGTERM and Ctrl-C. */
const USUAL_PORT = 7071;
const log = jsonLog((line) => process.stderr.write(line));

await run();

async function run(): Promise<void> {
  const options = startOptions(process.argv.slice(2), process.env);
  if (!options.ok) return giveUp(options.error);
  if (options.value.selfTest && !existsSync(SELF_TEST))
    return giveUp('Bản này không có trang tự kiểm tra. Chạy npm start -- --self-test từ mã nguồn đầy đủ.');
  const limits = hostLimits(process.env);
  if (!limits.ok) return giveUp(limits.error);
  const chosen = choosePlan(options.value.planFiles);
  if (!chosen.ok) return giveUp(refusalText(chosen.error));
  const app = deferred<FunctionsApp>();
  const host = await listen(options.value, limits.value, app.promise);
  if (!host)
    return giveUp(`Cổng ${options.value.port} đang có chương trình khác dùng. Dừng chương trình đó, hoặc đặt biến PORT là cổng khác.`);
  let storage: Storage | null = null;
  stopOnSignal(async (withinMs) => {
    await host.stop(withinMs);
    await storage?.stop();
  }, log);
  const baseUrl = `http://127.0.0.1:${host.port}`;
  try {
    storage = await openStorage(options.value);
    const links = await prepareKeys(storage, chosen.value, { file: options.value.keysFile, baseUrl });
    Object.assign(process.env, { PHULUC_ADDRESS: baseUrl, ...process.env }, storage.environment, planEnvironment(options.value.planFiles));
    app.resolve(await loadApp(() => import('../functions/main.ts'), log));
    say(baseUrl, options.value, links);
  } catch (error) {
    await storage?.stop();
    if (error instanceof StoreRefused) return giveUp(`${error.message}.`);
    if (error instanceof StoreUnavailable) return giveUp(unavailableSentence(error));
    if (error instanceof KeysUnusable) return giveUp(error.sentence);
    return giveUp(`Không khởi động được với dữ liệu ở ${options.value.data}: ${errorText(error)}`);
  }
}

/** A port is taken first of all: where it is another's, nothing has been touched. */
async function listen({ port, address, selfTest }: StartOptions, limits: HostLimits, app: Promise<FunctionsApp>): Promise<Host | null> {
  const folders = { '/': 'dist/pages', '/huong-dan/': 'docs/huong-dan', ...(selfTest && { '/pane/self-test/': SELF_TEST }) };
  const pages = pagesOf(folders, signInWaysOf(process.env));
  const settings: Omit<HostSettings, 'port'> = { address, app, prefix: hostSettings.extensions.http.routePrefix, pages, log, limits };
  const first = await startHost({ ...settings, port: port ?? USUAL_PORT });
  if (first.ok) return first.value;
  const other = port === null ? await startHost({ ...settings, port: 0 }) : first;
  return other.ok ? other.value : null;
}

/**
 * A store of another plan is left as it is: no key of an agency that it does not know comes into it. Gives links for the consolidators
 * where a person reads them: what is not a terminal may be a log.
 */
async function prepareKeys(
  storage: Storage,
  files: ChosenPlan,
  kept: Pick<LocalKeys, 'file' | 'baseUrl'>,
): Promise<ReadonlyMap<AgencyId, string>> {
  const table = await storage.openTable();
  try {
    await refuseOtherPlan(table, files.plan);
    const { agencies } = await planInForce(table, files);
    const active = agencies.filter((agency) => agency.active);
    const at = new Date();
    await localKeys(table, { ...kept, agencies: active.map(({ id }) => id), at });
    const offices = active.filter(({ roles }) => roles.includes('consolidator')).map(({ id }) => id);
    return process.stdout.isTTY ? await signInLinks(table, { offices, baseUrl: kept.baseUrl, at }) : new Map();
  } finally {
    await table.close();
  }
}

/** The functions read the plan by themselves, as they do where nobody starts them by words. */
function planEnvironment({ plan, agencies }: PlanFiles): Readonly<Record<string, string>> {
  return { ...(plan !== undefined && { PHULUC_PLAN: plan }), ...(agencies !== undefined && { PHULUC_AGENCIES: agencies }) };
}

function say(baseUrl: string, { data, storage, keysFile, selfTest }: StartOptions, links: ReadonlyMap<AgencyId, string>): void {
  const lines = [
    `Trang nộp báo cáo:  ${baseUrl}/`,
    `Cơ quan tổng hợp:   ${baseUrl}/desk/`,
    `Ngăn trong Excel:   ${baseUrl}/pane/`,
    ...(selfTest ? [`Tự kiểm tra Excel:  ${baseUrl}/pane/self-test/`] : []),
    `API:                ${baseUrl}/api`,
    ...(links.size > 0 ? ['Đăng nhập trang dành cho cơ quan tổng hợp, mỗi đường dẫn dùng một lần, trong 30 phút:'] : []),
    ...[...links].map(([office, link]) => `  ${office.padEnd(18)}${link}`),
    `Dữ liệu: ${data} (${storage}). Mã truy cập của từng đơn vị: ${keysFile}. Dừng: Ctrl-C.`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function giveUp(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
