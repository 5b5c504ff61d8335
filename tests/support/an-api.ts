import { randomUUID } from 'node:crypto';
import { ReadableStream } from 'node:stream/web';
import type { Agencies, AgencyId } from '../../core/plan/agency.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { firstPeriodOf } from '../../core/plan/plan-periods.ts';
import { failed, ok } from '../../core/result.ts';
import type { Deps } from '../../functions/deps.ts';
import { admitter } from '../../functions/http/admit.ts';
import type { ApiResponse } from '../../functions/http/api.ts';
import { handlersOf } from '../../functions/http/handlers.ts';
import { Metrics } from '../../functions/http/metrics.ts';
import { serversOf } from '../../functions/http/serve.ts';
import { openPeriod } from '../../functions/periods/period-context.ts';
import { MemoryFiles } from '../../functions/store/memory-files.ts';
import { MemoryTable } from '../../functions/store/memory-table.ts';
import { soundTable } from '../../functions/store/sound-table.ts';
import type { Table } from '../../functions/store/table.ts';
import { READS_HERE } from '../../templates/beside/reading-pool.ts';
import { WRITES_HERE } from '../../templates/beside/writing-pool.ts';
import { agencies as seedAgencies, plan as seedPlan } from './a-form.ts';

export interface Called extends ApiResponse {
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, looked at by the tests
  readonly json: any;
}

interface Sent {
  readonly body?: unknown;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The IP of the caller. */
  readonly clientIp?: string;
}

const SEEDS = { plan: seedPlan, agencies: seedAgencies };

let instances = 0;
/** Sorts as numbers do. */
const serial = (number: number): string => String(number).padStart(6, '0');

/** The API over a store, called as agencies by their ids; a caller named '' bears no key. */
export async function anApi(
  store: Table = new MemoryTable(),
  start = new Date('2026-11-25T02:00:00Z'),
  { plan, agencies }: { readonly plan: Plan; readonly agencies: Agencies } = SEEDS,
) {
  const table = soundTable(store);
  let now = start;
  const instance = serial(++instances);
  let nonce = 0;
  const deps: Deps = {
    table,
    files: new MemoryFiles(() => now),
    plan,
    agencies,
    uploads: READS_HERE,
    documents: WRITES_HERE,
    clock: () => now,
    elapsed: () => now.getTime(),
    nonce: () => `${instance}-${serial(++nonce)}`, // no two instances make the same
  };
  await openPeriod(deps, firstPeriodOf(plan), null);
  const identify = async (header: string | null) => {
    const agency = agencies.find(({ id, active }) => active && header === `Bearer ${id}`);
    return agency
      ? ok({ agency: agency.id, consolidator: agency.roles.includes('consolidator'), name: agency.id as string })
      : failed({ reason: 'unauthenticated' } as const);
  };
  const errors: string[] = [];
  const metrics = new Metrics();
  const servers = serversOf(handlersOf(deps), {
    identify,
    admit: admitter(deps),
    metrics,
    log: ({ error }) => error && errors.push(error),
  });
  /** Its body as it goes out: a stream makes no more than is taken. */
  const begin = async (
    caller: string,
    method: string,
    path: string,
    { body, type = 'application/json', headers = {}, clientIp = '127.0.0.1' }: Sent = {},
  ): Promise<ApiResponse> => {
    const [asked = '', query = ''] = path.split('?');
    for (const [template, serve] of servers) {
      const found = new RegExp(`^${template.replaceAll('$', '\\$').replace(/\{([^}]*)\}/g, '(?<$1>[^/]*)')}$`).exec(asked);
      if (!found) continue;
      const all: Record<string, string> = {
        ...(caller && { authorization: `Bearer ${caller}` }),
        ...(body !== undefined && { 'content-type': type }),
        ...headers,
      };
      return serve({
        method,
        parameters: { ...found.groups },
        header: (name) => all[name.toLowerCase()] ?? null,
        query: (name) => new URLSearchParams(query).get(name),
        queryNames: () => [...new URLSearchParams(query).keys()],
        body: async () => bytesOf(body),
        origin: 'https://bieu.example',
        clientIp,
        id: 'test',
      });
    }
    throw new Error(`no route for ${asked}`);
  };
  /** The whole answer; rejects where it breaks off. */
  const call = async (...asked: Parameters<typeof begin>): Promise<Called> => {
    const response = await begin(...asked);
    const body = response.body instanceof ReadableStream ? await bytesOfStream(response.body) : response.body;
    const isJson = response.headers['Content-Type']?.includes('json');
    return { ...response, body, json: isJson ? JSON.parse(String(body)) : null };
  };
  const put = (
    agency: string,
    report: unknown,
    expected: number,
    { key = randomUUID(), type = 'application/json', period = '2026' }: { key?: string; type?: string; period?: string } = {},
  ) =>
    call(agency, 'PUT', `/periods/${period}/reports/${agency}`, {
      body: report,
      type,
      headers: {
        'idempotency-key': key,
        ...(expected === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${expected}"` }),
      },
    });
  return { deps, errors, metrics, servers, begin, call, put, travel: (at: Date) => (now = at) };
}

async function bytesOfStream(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

function bytesOf(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body ?? ''));
}

/** A commune's report with every row answered. */
// biome-ignore lint/suspicious/noExplicitAny: tests change it into all that is no report
export const aReport = (agency: string = 'XA-21211', satisfied = 950): any => ({
  plan: seedPlan.id,
  period: '2026',
  agency: agency as AgencyId,
  indicators: Object.fromEntries(
    ['PL1.I.1.1', 'PL1.I.1.2', 'PL1.I.1.3', 'PL1.I.2.3', 'PL1.I.2.4', 'PL1.I.2.6', 'PL1.I.2.7'].map((id) => [
      id,
      { state: 'reported', numerator: id === 'PL1.I.1.3' ? satisfied : 90, denominator: id === 'PL1.I.1.3' ? 1000 : 100 },
    ]),
  ),
  tasks: Object.fromEntries(
    ['PL2.II.1', 'PL2.II.2', 'PL2.IV.4', 'PL2.V.2', 'PL2.VI.2', 'PL2.VI.6'].map((id) => [id, { status: 'in-progress', percent: 40 }]),
  ),
});
