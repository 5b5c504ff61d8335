import { randomUUID } from 'node:crypto';
import { localDay } from '../core/local-day.ts';
import type { Agencies } from '../core/plan/agency.ts';
import type { Period } from '../core/plan/period.ts';
import { firstPeriodOf, isPlanPeriod } from '../core/plan/plan-periods.ts';
import { withSettings } from '../core/plan/settings.ts';
import { type ChosenPlan, choosePlan, planFilesOf, refusalText } from '../seeds/chosen-plan.ts';
import { readOnce } from '../templates/beside/read-once.ts';
import { readingPool } from '../templates/beside/reading-pool.ts';
import { writingPool } from '../templates/beside/writing-pool.ts';
import type { Deps, PlanSwitch } from './deps.ts';
import { type Editions, editionsOf, type PlanNotRenewed } from './editions.ts';
import { admitter } from './http/admit.ts';
import { handlersOf } from './http/handlers.ts';
import { Metrics } from './http/metrics.ts';
import { pathServer, type RequestLog, type Server, serversOf } from './http/serve.ts';
import { elapsedHere } from './identity/elapsed.ts';
import { entraReader } from './identity/entra.ts';
import { readEntraSettings } from './identity/entra-settings.ts';
import { identifier } from './identity/identify.ts';
import { withSomeConsolidator } from './identity/some-consolidator.ts';
import { stillKnown } from './identity/still-known.ts';
import { type Timer, timersOf } from './jobs/timers.ts';
import { mailServiceOf } from './mail/mail-service.ts';
import { readMailSettings } from './mail/mail-settings.ts';
import { notePlan } from './periods/note-plan.ts';
import { openedPeriods } from './periods/opened-periods.ts';
import { openPeriod, periodContextOf } from './periods/period-context.ts';
import { readAhead } from './periods/read-ahead.ts';
import { registerOf } from './periods/register.ts';
import { fillProofs } from './reports/proofs.ts';
import { Environment } from './settings.ts';
import { serveStore } from './store/open-store.ts';
import { refuseOtherPlan } from './store/other-plan.ts';
import { type PlanInForce, planInForce } from './store/plan-in-force.ts';
import { logUnreadableRows, nullIfUnreadable, type UnreadableRow } from './store/sound-row.ts';

/** What was to be read ahead of whoever asks for it, and could not be. */
export interface NotReadAhead {
  readonly notReadAhead: string;
}

/** The functions put together: a server for each path, and what else a host needs to know. */
export interface App {
  readonly deps: Deps;
  readonly paths: ReadonlyMap<string, Server>;
  /** For every URL that no path is for. */
  readonly notFoundServer: Server;
  readonly timers: readonly Timer[];
  /** How many hosts in front of this one are believed when they say who calls. */
  readonly trustedProxies: number;
}

/** It is long: nothing waits for it but the first document. */
const builtProgram = async () => (await import('../templates/beside/built-writing-program.ts')).writingProgram;

/** So that a form does not wait for a report of seconds, and a handout takes half as long. */
const WRITERS = 2;
/** All agencies at once, twice. */
const MOST_WAITING = 256;

/** What serves by one plan. */
interface Edition {
  readonly inForce: PlanInForce;
  readonly deps: Deps;
  readonly paths: ReadonlyMap<string, Server>;
}

/**
 * Reads the environment, opens the storage and the first period, and gives the routes. Throws with the variable's name when misconfigured.
 */
export async function compose(
  environment: Readonly<Record<string, string | undefined>>,
  log: (line: RequestLog | UnreadableRow | PlanNotRenewed | NotReadAhead) => void,
): Promise<App> {
  const settings = Environment.parse(environment);
  const files = planIn(environment);
  // Whatever is wrong in the environment stops the start before a storage is touched; who it names is known when the plan in force is.
  readEntraSettings(settings.PHULUC_ENTRA, null);
  readMailSettings(settings, null);
  // The threads start while the store is opened.
  const uploads = readOnce(readingPool({ workers: 2, mostWaiting: MOST_WAITING }));
  const store = await serveStore(settings);
  const { table } = store;
  await refuseOtherPlan(table, files.plan);
  const first = await planInForce(table, files);
  const firstPeriod = settings.PHULUC_PERIOD ?? firstPeriodOf(first.plan);
  if (!isPlanPeriod(first.plan, firstPeriod)) throw new Error(`[settings] "PHULUC_PERIOD": ${firstPeriod} is no period of the plan`);
  const entra = readEntraSettings(settings.PHULUC_ENTRA, first.agencies);
  const mail = readMailSettings(settings, first.agencies);
  logUnreadableRows(table, log);
  // Azure says under which name it serves.
  const { PHULUC_ADDRESS: address = environment.WEBSITE_HOSTNAME && `https://${environment.WEBSITE_HOSTNAME}` } = settings;
  const metrics = new Metrics();
  const plans: PlanSwitch = { renew: () => editions.renew(), refusal: (agencies) => startRefusal(settings, agencies) };
  const common: Omit<Deps, 'plan' | 'agencies'> = {
    ...store,
    clock: () => new Date(),
    nonce: randomUUID,
    uploads,
    documents: writingPool(builtProgram, { workers: WRITERS, mostWaiting: MOST_WAITING }),
    metrics,
    plans,
    ...(settings.PHULUC_METRICS_KEY !== undefined && { metricsKey: settings.PHULUC_METRICS_KEY }),
    ...(address !== undefined && { address }),
    ...(mail && { mail: mailServiceOf(mail) }),
    ...(entra?.pane && { microsoft: entra.pane }),
  };
  await openPeriod({ ...common, ...first }, firstPeriod, null);
  const known = {
    table,
    agencies: () => whoMaySignIn(editions.now().deps, firstPeriod),
    elapsed: elapsedHere,
    today: () => localDay(common.clock(), editions.now().deps.plan.reporting.utcOffset),
  };
  const identify = identifier({ ...known, entra: entra && entraReader(entra, { clock: common.clock, elapsed: elapsedHere }) });
  const serving = { identify, stillKnown: stillKnown(known), log, metrics };
  const make = async (): Promise<Edition> => {
    const inForce = await planInForce(table, files);
    const { plan, agencies, confirmed, withdrawn, tag: planTag } = inForce;
    const deps: Deps = { ...common, plan, agencies, planTag, ...(confirmed && { confirmed }) };
    await notePlan(deps, withdrawn);
    return { inForce, deps, paths: serversOf(handlersOf(deps), { ...serving, admit: admitter(deps) }) };
  };
  const editions = await editionsOf({ table, make, elapsed: elapsedHere, log });
  const { deps } = editions.now();
  const opened = await openedPeriods(deps);
  await fillProofs(
    table,
    opened.map(({ partition }) => partition),
  );
  // No file of the program is opened once it serves: Node remembers for good what it could not load, for want of a descriptor.
  builtProgram().catch(() => {}); // the first document says so
  readAhead(deps, opened).catch((error: unknown) => log({ notReadAhead: String(error) })); // whoever needs it is told
  return {
    deps,
    paths: new Map([...editions.now().paths.keys()].map((path) => [path, servedNow(editions, path)])),
    notFoundServer: pathServer('*', [], { ...serving, admit: admitter(deps) }),
    timers: timersOf(async () => (await editions.current()).deps, settings, deps.mail !== undefined),
    trustedProxies: settings.PHULUC_TRUSTED_PROXIES,
  };
}

/** Whatever plan is in force, its edition serves the path: all of them have the same. */
const servedNow =
  (editions: Editions<Edition>, path: string): Server =>
  async (request) => {
    const serve = (await editions.current()).paths.get(path);
    if (!serve) throw new Error(`[serve] "${path}": no edition has it`);
    return serve(request);
  };

/** The agencies in use, as the settings of a period switch them on and off; one that cannot be read must not close the others. */
async function whoMaySignIn(deps: Deps, period: Period): Promise<Agencies> {
  const context = await nullIfUnreadable(periodContextOf(deps, period));
  // not the context's own: those of a closed period are the ones that it was closed under
  const set = context ? withSettings(deps.plan, deps.agencies, context.settings, period).agencies : deps.agencies;
  const may = withSomeConsolidator(set, deps.agencies);
  // and those that another period has added
  return [...may, ...(await registerOf(deps)).filter((one) => !may.some(({ id }) => id === one.id))];
}

/** Why a next start would not take these agencies; null where it would. */
function startRefusal(settings: Environment, agencies: Agencies): string | null {
  try {
    readEntraSettings(settings.PHULUC_ENTRA, agencies);
    readMailSettings(settings, agencies);
    return null;
  } catch {
    return 'Thiết lập đăng nhập Microsoft hoặc thư của máy chủ (PHULUC_ENTRA, PHULUC_MAIL_TO) còn nêu đơn vị không có trong tệp. Giữ đơn vị đó (ghi là không dùng), hoặc nhờ người quản trị sửa thiết lập máy chủ trước.';
  }
}

/** The plan that the environment names. Throws with all its faults: nothing is served by a plan that does not fit together. */
function planIn(environment: Readonly<Record<string, string | undefined>>): ChosenPlan {
  const chosen = choosePlan(planFilesOf({}, environment));
  if (chosen.ok) return chosen.value;
  throw new Error(`[plan] "PHULUC_PLAN, PHULUC_AGENCIES": ${refusalText(chosen.error)}`);
}
