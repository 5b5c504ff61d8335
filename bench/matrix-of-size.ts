import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ReadableStream } from 'node:stream/web';
import { canonicalJson } from '../core/canonical.ts';
import { type Agency, AgencyId } from '../core/plan/agency.ts';
import { obligationsOf } from '../core/plan/obligations.ts';
import { ok } from '../core/result.ts';
import { madeUpAgencies } from '../demo/made-up/made-up-agencies.ts';
import type { Deps } from '../functions/deps.ts';
import { admitter } from '../functions/http/admit.ts';
import type { ApiRequest, ApiResponse } from '../functions/http/api.ts';
import { handlersOf } from '../functions/http/handlers.ts';
import { serversOf } from '../functions/http/serve.ts';
import { openPeriod } from '../functions/periods/period-context.ts';
import { submit } from '../functions/reports/submit.ts';
import { openEmbeddedTable } from '../functions/store/embedded-table.ts';
import { AUDIT, HEADS, partitionOf, versionsOf } from '../functions/store/rows.ts';
import { defaultPlan } from '../seeds/plan.ts';
import { READS_HERE } from '../templates/beside/reading-pool.ts';
import { WRITES_HERE } from '../templates/beside/writing-pool.ts';
import { PERIOD } from './folders.ts';
import { median } from './measure.ts';
import { originOf, wordedReport } from './worded-report.ts';

/** What a run says: milliseconds of server time, bytes, megabytes. */
export interface MatrixFigures {
  readonly submissionsPerSecond: number;
  readonly cold: number;
  readonly afterChange: number;
  readonly unchanged: number;
  readonly notModified: number;
  readonly body: number;
  /** Every cell as CSV, to the last byte: the first read after a start, after a submission, and its size. */
  readonly feedCold: number;
  readonly feedAfterChange: number;
  readonly feedBody: number;
  readonly head: number;
  readonly version: number;
  readonly key: number;
  readonly audit: number;
  readonly database: number;
  readonly peak: number;
}

const ROUNDS = 9;

// node tools/run.mjs bench/matrix-of-size.ts AGENCIES FOLDER: an embedded store filled with a report of each agency, through the commit
// protocol, and the matrix read from it by its own route without a network; figures as one line of JSON.
const [, , count = '', folder = ''] = process.argv;
const path = join(folder, 'phuluc.sqlite');
const [plan, agencies] = [defaultPlan(), madeUpAgencies(Number(count))];
const obligations = obligationsOf(plan, agencies, PERIOD);
const partition = partitionOf(plan.id, PERIOD);

await run();

async function run(): Promise<void> {
  const filling = depsOn(path);
  await openPeriod(filling, PERIOD, null);
  const start = performance.now();
  for (const agency of obligations.agencies) await send(filling, agency);
  const submissionsPerSecond = (1000 * obligations.agencies.length) / (performance.now() - start);
  await filling.table.close();

  const deps = depsOn(path);
  const { read, spent } = reader(deps, '/periods/{period}/matrix', { period: PERIOD });
  const first = await read();
  const cold = spent();
  const etag = first.headers.ETag ?? '';
  const unchanged = await timed(spent, async () => expect(await read(), 200));
  const notModified = await timed(spent, async () => expect(await read(etag), 304));
  const afterChange = await timed(spent, async () => {
    await send(deps, obligations.agencies[0] as Agency); // the seed has agencies
    expect(await read(etag), 200);
  });
  const feed = await feedFigures();
  const sizeOf = async (prefix: string) => {
    const sizes = (await deps.table.list(partition, prefix)).map(({ value }) => Buffer.byteLength(JSON.stringify(value)));
    return Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length);
  };
  const last = obligations.agencies.at(-1)?.id ?? '';
  const figures: MatrixFigures = {
    submissionsPerSecond,
    cold,
    afterChange,
    unchanged,
    notModified,
    body: sizeOfBody(first),
    ...feed,
    head: await sizeOf(HEADS),
    version: await sizeOf(versionsOf(last as AgencyId)), // an agency's own id
    key: await sizeOf(`key|${last}|`),
    audit: await sizeOf(AUDIT),
    database: 0,
    peak: process.resourceUsage().maxRSS / 1024,
  };
  await deps.table.close();
  process.stdout.write(`${JSON.stringify({ ...figures, database: statSync(path).size } satisfies MatrixFigures)}\n`);
}

/** The list of all cells, by a server that has just been started; it comes in pieces, the time is that of the last. */
async function feedFigures(): Promise<Pick<MatrixFigures, 'feedCold' | 'feedAfterChange' | 'feedBody'>> {
  const deps = depsOn(path);
  const { read } = reader(deps, '/tables/{file}', { file: 'IndicatorCells.csv' });
  const whole = async () => {
    const start = performance.now();
    const answer = await read();
    expect(answer, 200);
    const body = await bytesOf(answer);
    return { spent: performance.now() - start, body };
  };
  const { spent: feedCold, body: feedBody } = await whole();
  const changed: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await send(deps, obligations.agencies[0] as Agency); // the seed has agencies
    changed.push((await whole()).spent);
  }
  await deps.table.close();
  return { feedCold, feedAfterChange: median(changed), feedBody };
}

async function bytesOf({ body }: ApiResponse): Promise<number> {
  if (!(body instanceof ReadableStream)) return Buffer.byteLength(body ?? ''); // a small list
  let bytes = 0;
  for await (const piece of body as ReadableStream<Uint8Array>) bytes += piece.length;
  return bytes;
}

/** The matrix comes whole. */
function sizeOfBody({ body }: ApiResponse): number {
  if (body instanceof ReadableStream) throw new Error('[bench] "matrix": a stream');
  return Buffer.byteLength(body ?? '');
}

function depsOn(file: string): Deps {
  const table = openEmbeddedTable(file);
  const here = { uploads: READS_HERE, documents: WRITES_HERE };
  return { table, files: table.files, ...here, plan, agencies, clock: () => new Date(), nonce: randomUUID };
}

/** Sends an agency's report as its next version, as a workbook full of words would have brought it. */
async function send({ table }: Deps, agency: Agency): Promise<void> {
  const report = wordedReport(obligations, agency);
  const done = await submit(table, {
    plan: plan.id,
    period: PERIOD,
    agency: agency.id,
    key: randomUUID().replaceAll('-', '').repeat(2),
    body: randomUUID().replaceAll('-', '').repeat(2),
    expected: 'any',
    report,
    sha256: `${canonicalJson(report).length}`.padStart(64, '0'),
    findings: [],
    origin: originOf(report),
    by: agency.id,
    at: new Date(),
    intake: false,
    nonce: randomUUID(),
  });
  if (!done.ok) throw new Error(`[bench] "${agency.id}": ${done.error}`);
}

/** A route as a host calls it for a consolidator, and the server time of the last call as the log has it. */
function reader(
  deps: Deps,
  route: string,
  parameters: ApiRequest['parameters'],
): { read: (etag?: string) => Promise<ApiResponse>; spent: () => number } {
  let last = 0;
  const office = AgencyId.parse(deps.agencies.find(({ roles }) => roles.includes('consolidator'))?.id);
  const servers = serversOf(handlersOf(deps), {
    identify: async () => ok({ agency: office, consolidator: true, name: office }),
    admit: admitter(deps),
    log: ({ ms }) => {
      last = ms;
    },
  });
  const serve = servers.get(route);
  if (!serve) throw new Error(`[bench] "${route}": no such path`);
  const read = (etag?: string) =>
    serve({
      method: 'GET',
      parameters,
      header: (name) => (name === 'if-none-match' && etag !== undefined ? etag : null),
      query: () => null,
      queryNames: () => [],
      body: async () => new Uint8Array(),
      origin: '',
      clientIp: '127.0.0.1',
      id: 'bench',
    } satisfies ApiRequest);
  return { read, spent: () => last };
}

async function timed(spent: () => number, work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await work();
    times.push(spent());
  }
  return median(times);
}

function expect({ status }: ApiResponse, wanted: number): void {
  if (status !== wanted) throw new Error(`[bench] "matrix": ${status} where ${wanted} was due`);
}
