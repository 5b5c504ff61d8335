import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { XLSX } from '../core/media-types.ts';
import { openEmbeddedTable } from '../functions/store/embedded-table.ts';
import { auditRow, HEADS, Head, headRow, keyRow, partitionOf, versionRow } from '../functions/store/rows.ts';
import type { Change, Table } from '../functions/store/table.ts';
import { defaultPlan } from '../seeds/plan.ts';
import { startChild } from './child.ts';
import { atShare, type BenchSend, overConnections, type TimedAnswer } from './connections.ts';
import { PERIOD } from './folders.ts';
import { median, ms, table, timesText } from './measure.ts';
import type { HostStarted } from './rush-host.ts';

const CONNECTIONS = 32;
/** The first finds a host that has just started; medians are of the others. */
const ROUNDS = 6;

const ECHO = `
const server = require('node:http').createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => response.end(Buffer.concat(parts)));
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify(server.address().port)));
`;

interface Book {
  readonly agency: string;
  readonly bytes: Uint8Array;
}

interface Round {
  readonly rate: number;
  readonly checks: readonly number[];
  readonly submits: readonly number[];
}

/**
 * The last hour before the deadline: all agencies check and then submit their workbook over 32 connections, beside a bare server that
 * echoes the same bodies and beside the store alone committing the same documents. An answer that is not as it should be stops it.
 */
export async function benchRush(folder: string, work: string): Promise<void> {
  const books = readdirSync(folder).map((name): Book => ({ agency: basename(name, '.xlsx'), bytes: readFileSync(join(folder, name)) }));
  const data = join(work, 'rush');
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });

  const echo = startChild(['-e', ECHO], join(data, 'echo.log'));
  const host = startChild(['tools/run.mjs', 'bench/rush-host.ts', join(data, 'store')], join(data, 'host.log'));
  const echoPort = (await echo.heard()) as number; // its one line
  const { port, keys } = (await host.heard()) as HostStarted; // its first line

  const floors: Round[] = [];
  const rounds: Round[] = [];
  for (let version = 0; version < ROUNDS; version++) {
    floors.push(await round(books, echoPort, keys, version, { check: 200, submit: 200 }));
    rounds.push(await round(books, port, keys, version, { check: 200, submit: 201 }));
  }
  await echo.end();
  const ended = host.heard();
  await host.end();
  const peak = Number(await ended);
  const raw = await commitRate(join(data, 'store', 'phuluc.sqlite'), join(data, 'raw', 'phuluc.sqlite'));
  rmSync(data, { recursive: true });

  const [first, ...later] = rounds;
  const rateOf = (some: readonly Round[]) => median(some.map(({ rate }) => rate));
  const floor = rateOf(floors.slice(1));
  const line = (name: string, some: readonly Round[]) => {
    const all = some.flatMap(({ checks, submits }) => [...checks, ...submits]);
    return [name, rateOf(some).toFixed(0), timesText(floor / rateOf(some)), ...[0.5, 0.95, 0.99].map((share) => ms(atShare(all, share)))];
  };
  table(
    `Giờ cuối hạn nộp: ${books.length} đơn vị kiểm tra rồi nộp, ${CONNECTIONS} kết nối (trung vị ${ROUNDS - 1} lượt), bộ nhớ cao nhất ${peak.toFixed(0)} MB`,
    ['', 'lượt nộp/giây', 'so với mức sàn', 'p50', 'p95', 'p99'],
    [
      line('mức sàn: node:http trả lại nguyên văn', floors.slice(1)),
      line('Phụ lục số: kiểm tra, nộp', later),
      line('Phụ lục số, lượt đầu sau khi khởi động', first ? [first] : []),
      ['kho nhúng: chỉ ghi, từng giao dịch một', raw.toFixed(0), timesText(floor / raw), '', '', ''],
    ],
  );
}

/** One time through all agencies: each checks its workbook and submits it as its next version. */
async function round(
  books: readonly Book[],
  port: number,
  keys: HostStarted['keys'],
  version: number,
  wanted: { readonly check: number; readonly submit: number },
): Promise<Round> {
  const checks: number[] = [];
  const submits: number[] = [];
  const seconds = await overConnections(CONNECTIONS, port, books, async ({ agency, bytes }, send) => {
    const path = `/api/periods/${PERIOD}/reports/${agency}`;
    const headers = { authorization: `Bearer ${keys[agency]}`, 'content-type': XLSX };
    const precondition = version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` };
    const call = async (wantedStatus: number, ...[one]: Parameters<BenchSend>) => expectStatus(await send(one), wantedStatus, agency);
    checks.push(await call(wanted.check, { method: 'POST', path: `${path}/workbook`, headers, body: bytes }));
    const own = { ...headers, ...precondition, 'idempotency-key': randomUUID() };
    submits.push(await call(wanted.submit, { method: 'PUT', path, headers: own, body: bytes }));
  });
  return { rate: books.length / seconds, checks, submits };
}

function expectStatus({ status, body, milliseconds }: TimedAnswer, wanted: number, agency: string): number {
  if (status !== wanted) throw new Error(`[bench] "${agency}": ${status} ${body.toString('utf8').slice(0, 300)}`);
  return milliseconds;
}

/** Commits a second of the store alone: the transactions of a submission, with the documents that the rush left behind. */
async function commitRate(from: string, to: string): Promise<number> {
  const source = openEmbeddedTable(from);
  const partition = partitionOf(defaultPlan().id, PERIOD);
  const heads = (await source.list(partition, HEADS)).map(({ value }) => Head.parse(value));
  await source.close();
  const target = openEmbeddedTable(to);
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    for (const head of heads) await commitAgain(target, partition, head, round);
    rates.push((1000 * heads.length) / (performance.now() - start));
  }
  await target.close();
  return median(rates.slice(1));
}

async function commitAgain(target: Table, partition: string, head: Head, round: number): Promise<void> {
  const { agency, current } = head;
  const row = headRow(agency);
  const changes: Change[] = [
    { kind: 'insert', row: versionRow(agency, round + 1), value: current },
    { kind: 'insert', row: keyRow(agency, randomUUID()), value: { body: current?.receipt.sha256, version: round + 1 } },
    { kind: 'insert', row: auditRow(new Date(), randomUUID()), value: { at: current?.receipt.at, by: agency, action: 'submit', agency } },
    round === 0 ? { kind: 'insert', row, value: head } : { kind: 'replace', row, etag: String(round), value: head },
  ];
  if (!(await target.commit(partition, changes)).ok) throw new Error(`[bench] "${agency}": the store alone met a conflict`);
}
