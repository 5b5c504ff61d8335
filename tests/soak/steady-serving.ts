import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { obligationsOf } from '../../core/plan/obligations.ts';
import type { Period } from '../../core/plan/period.ts';
import { plainReport } from '../../demo/made-up/plain-report.ts';
import { defaultAgencies } from '../../seeds/agencies.ts';
import { defaultPlan } from '../../seeds/plan.ts';
import { buildForm } from '../../templates/form/build-form.ts';
import { formValuesOf } from '../../templates/form/form-values.ts';
import { aService } from '../support/a-service.ts';

/** 30 minutes of all agencies submitting, five a second, with a consolidator looking on: memory and handles stay where they are. */
const MINUTES = Number(process.env.SOAK_MINUTES ?? 30);
const A_SECOND = 5;
/** Seconds. */
const LOOKS_EVERY = 10;
/** What has started is still being compiled and its caches filled. */
const WARM_SHARE = 0.25;
const MOST_SLOPE_MB_A_MINUTE = 1;
const MOST_MORE_HANDLES = 8;
const PERIOD = '2026' as Period;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Sample {
  readonly minute: number;
  readonly megabytes: number;
  readonly handles: number;
}

await run();

async function run(): Promise<void> {
  const books = await filledBooks();
  const { baseUrl, keys, pid, stop } = await aService();
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const statuses = new Map<string, number>();
  const count = (what: string): void => {
    statuses.set(what, (statuses.get(what) ?? 0) + 1);
  };
  const versions = new Map<string, number>();
  const samples: Sample[] = [];
  const began = performance.now();
  const minutes = () => (performance.now() - began) / 60_000;
  const pending = new Set<Promise<void>>();

  const submit = async (agency: string, bytes: Uint8Array): Promise<void> => {
    const version = versions.get(agency) ?? 0;
    const precondition = version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` };
    const headers = { authorization: `Bearer ${keys[agency]}`, 'content-type': XLSX, 'idempotency-key': randomUUID(), ...precondition };
    const status = await call(agent, `${baseUrl}/api/periods/${PERIOD}/reports/${agency}`, 'PUT', headers, bytes);
    if (status === 201) versions.set(agency, version + 1);
    count(`PUT ${status}`);
  };
  const look = async (path: string): Promise<void> =>
    count(`GET ${await call(agent, `${baseUrl}/api/periods/${PERIOD}/${path}`, 'GET', { authorization: `Bearer ${keys.VPUB}` })}`);
  const start = (work: Promise<void>): void => {
    const one = work.catch(() => count('broken')).finally(() => pending.delete(one));
    pending.add(one);
  };

  for (let turn = 0; minutes() < MINUTES; turn++) {
    const [agency, bytes] = books[turn % books.length] ?? ['', new Uint8Array()];
    start(submit(agency, bytes));
    // The trail is read as somebody does who looks again and again: what came since the last time.
    const since = new Date(Date.now() - LOOKS_EVERY * 1000).toISOString();
    if (turn % (LOOKS_EVERY * A_SECOND) === 0) for (const path of ['status', 'matrix', `audit?after=${since}`]) start(look(path));
    if (turn % (5 * A_SECOND) === 0) samples.push(sampleOf(pid, minutes()));
    await sleep(Math.max(0, ((turn + 1) * 1000) / A_SECOND - (performance.now() - began)));
  }
  await Promise.all(pending);
  agent.destroy();
  await stop();
  judge(samples, statuses);
}

function judge(samples: readonly Sample[], statuses: ReadonlyMap<string, number>): void {
  const later = samples.filter(({ minute }) => minute >= WARM_SHARE * MINUTES);
  const slope = slopeOf(later.map(({ minute, megabytes }) => [minute, megabytes]));
  const half = Math.floor(later.length / 2);
  const most = (some: readonly Sample[]) => Math.max(...some.map(({ handles }) => handles));
  const moreHandles = most(later.slice(half)) - most(later.slice(0, half));
  const peak = Math.max(...samples.map(({ megabytes }) => megabytes));
  const told = [...statuses].map(([what, times]) => `${what}: ${times}`).join(', ');
  const odd = [...statuses.keys()].filter((what) => !['PUT 201', 'PUT 429', 'GET 200'].includes(what));
  const good = slope < MOST_SLOPE_MB_A_MINUTE && moreHandles <= MOST_MORE_HANDLES && odd.length === 0;
  console.log(
    `${good ? 'holds' : 'FALLS SHORT'}  steady-serving: ${MINUTES} min: ${slope.toFixed(2)} MB/min, peak ${peak.toFixed(0)} MB, ${moreHandles} more handles; ${told}`,
  );
  if (!good) process.exitCode = 1;
}

async function filledBooks(): Promise<[string, Uint8Array][]> {
  const obligations = obligationsOf(defaultPlan(), defaultAgencies(), PERIOD);
  return Promise.all(
    obligations.agencies.map(async (agency): Promise<[string, Uint8Array]> => {
      const values = formValuesOf(plainReport(obligations, agency));
      return [agency.id, await buildForm({ obligations, agency: agency.id, values })];
    }),
  );
}

function call(agent: Agent, address: string, method: string, headers: Record<string, string>, body?: Uint8Array): Promise<number> {
  return new Promise((done, failed) => {
    const sent = request(address, { agent, method, headers: { ...headers, ...(body && { 'content-length': body.length }) } }, (answer) => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode ?? 0));
      answer.on('error', failed);
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

/** Resident memory and open handles of a process of this machine (Linux). */
function sampleOf(pid: number, minute: number): Sample {
  const kilobytes = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return { minute, megabytes: kilobytes / 1024, handles: readdirSync(`/proc/${pid}/fd`).length };
}

/** The least-squares slope of y over x. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (k: 0 | 1) => points.reduce((sum, point) => sum + point[k], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
