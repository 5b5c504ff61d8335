import { randomUUID } from 'node:crypto';
import { localDay } from '../core/local-day.ts';
import { firstPeriodOf, isPlanPeriod } from '../core/plan/plan-periods.ts';
import { type ChosenPlan, choosePlan, planFilesOf, refusalText } from '../seeds/chosen-plan.ts';
import { readOnce } from '../templates/beside/read-once.ts';
import { readingPool } from '../templates/beside/reading-pool.ts';
import type { Deps } from './deps.ts';
import { admitter } from './http/admit.ts';
import { handlersOf } from './http/handlers.ts';
import { Metrics } from './http/metrics.ts';
import { pathServer, type RequestLog, type Server, serversOf } from './http/serve.ts';
import { elapsedHere } from './identity/elapsed.ts';
import { entraReader } from './identity/entra.ts';
import { readEntraSettings } from './identity/entra-settings.ts';
import { identifier } from './identity/identify.ts';
import { withSomeConsolidator } from './identity/some-consolidator.ts';
import { type Timer, timersOf } from './jobs/timers.ts';
import { mailServiceOf } from './mail/mail-service.ts';
import { readMailSettings } from './mail/mail-settings.ts';
import { headsOf } from './periods/matrix-of.ts';
import { notePlan } from './periods/note-plan.ts';
import { openedPeriods } from './periods/opened-periods.ts';
import { openPeriod, periodContextOf } from './periods/period-context.ts';
import { fillProofs } from './reports/proofs.ts';
import { Environment } from './settings.ts';
import { serveStore } from './store/open-store.ts';
import { refuseOtherPlan } from './store/other-plan.ts';
import { logUnreadableRows, nullIfUnreadable, type UnreadableRow } from './store/sound-row.ts';

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

/** All agencies at once, twice. */
const MOST_WAITING = 256;

/** Reads the environment, opens the storage and the first period, and gives the routes. Throws with the variable's name when misconfigured. */
export async function compose(
  environment: Readonly<Record<string, string | undefined>>,
  log: (line: RequestLog | UnreadableRow) => void,
): Promise<App> {
  const settings = Environment.parse(environment);
  const { plan, agencies } = planIn(environment);
  const firstPeriod = settings.PHULUC_PERIOD ?? firstPeriodOf(plan);
  if (!isPlanPeriod(plan, firstPeriod)) throw new Error(`[settings] "PHULUC_PERIOD": ${firstPeriod} is no period of the plan`);
  const entra = readEntraSettings(settings.PHULUC_ENTRA, agencies);
  const mail = readMailSettings(settings, agencies);
  const { table, files } = await serveStore(settings);
  await refuseOtherPlan(table, plan);
  logUnreadableRows(table, log);
  // Azure says under which name it serves.
  const { PHULUC_ADDRESS: address = environment.WEBSITE_HOSTNAME && `https://${environment.WEBSITE_HOSTNAME}` } = settings;
  const metrics = new Metrics();
  const deps: Deps = {
    table,
    files,
    plan,
    agencies,
    clock: () => new Date(),
    nonce: randomUUID,
    uploads: readOnce(readingPool({ workers: 2, mostWaiting: MOST_WAITING })),
    metrics,
    ...(settings.PHULUC_METRICS_KEY !== undefined && { metricsKey: settings.PHULUC_METRICS_KEY }),
    ...(address !== undefined && { address }),
    ...(mail && { mail: mailServiceOf(mail) }),
    ...(entra?.pane && { microsoft: entra.pane }),
  };
  await openPeriod(deps, firstPeriod, null);
  await notePlan(deps);
  const partitions = (await openedPeriods(deps)).map(({ partition }) => partition);
  await fillProofs(table, partitions);
  // What is spoilt is known from the start, and the first matrix finds the heads read.
  for (const partition of partitions) await headsOf(deps, partition);
  const identify = identifier({
    table,
    // A period that cannot be read must not close the others.
    agencies: async () =>
      withSomeConsolidator((await nullIfUnreadable(periodContextOf(deps, firstPeriod)))?.agencies ?? deps.agencies, deps.agencies),
    entra: entra && entraReader(entra, { clock: deps.clock, elapsed: elapsedHere }),
    elapsed: elapsedHere,
    today: () => localDay(deps.clock(), deps.plan.reporting.utcOffset),
  });
  const serving = { identify, admit: admitter(deps), log, metrics };
  return {
    deps,
    paths: serversOf(handlersOf(deps), serving),
    notFoundServer: pathServer('*', [], serving),
    timers: timersOf(deps, settings),
    trustedProxies: settings.PHULUC_TRUSTED_PROXIES,
  };
}

/** The plan that the environment names. Throws with all its faults: nothing is served by a plan that does not fit together. */
function planIn(environment: Readonly<Record<string, string | undefined>>): ChosenPlan {
  const chosen = choosePlan(planFilesOf({}, environment));
  if (chosen.ok) return chosen.value;
  throw new Error(`[plan] "PHULUC_PLAN, PHULUC_AGENCIES": ${refusalText(chosen.error)}`);
}
