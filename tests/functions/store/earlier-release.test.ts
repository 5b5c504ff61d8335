import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { type App, compose } from '../../../functions/compose.ts';
import { issueKey } from '../../../functions/identity/access-key.ts';
import { embeddedFile } from '../../../functions/store/open-store.ts';

const MADE = join(__dirname, 'earlier-release');
interface Sent {
  readonly caller: string;
  readonly key: string;
  readonly expected: number;
  readonly body: { readonly period: string; readonly indicators: Readonly<Record<string, object>> };
  readonly receipt: unknown;
}
interface Asked {
  readonly path: string;
  readonly json: Readonly<Record<string, unknown>>;
}
/** What the earlier release answered of this very store. */
const { sent, asked } = JSON.parse(readFileSync(join(MADE, 'answers.json'), 'utf8')) as { sent: Sent[]; asked: Asked[] };

const home = mkdtempSync(join(tmpdir(), 'phuluc-earlier-'));
afterAll(() => rmSync(home, { recursive: true }));

/** A folder with the store as it was left. */
function leftStore(name: string): string {
  const folder = join(home, name);
  mkdirSync(folder);
  writeFileSync(embeddedFile(folder), gunzipSync(readFileSync(join(MADE, 'phuluc.sqlite.gz'))));
  return folder;
}

/** A folder into which the backup was restored by the command line. */
function restoredStore(name: string): string {
  const folder = join(home, name);
  const words = ['cli/bin.mjs', 'restore', join(MADE, 'backup.ndjson.gz'), '--data', folder, '--unverified'];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return folder;
}

/** The service on a store, called as agencies of it. */
class AService {
  readonly told: unknown[] = [];
  private app!: App;
  private readonly keys = new Map<string, string>();

  async start(folder: string): Promise<void> {
    this.app = await compose({ PHULUC_STORAGE: 'embedded', PHULUC_DATA: folder }, (line) => 'spoilt' in line && this.told.push(line));
  }

  stop(): Promise<void> {
    return this.app.deps.table.close();
  }

  async call(caller: string, method: string, address: string, headers: Readonly<Record<string, string>> = {}, body: unknown = null) {
    const own =
      this.keys.get(caller) ?? (await issueKey(this.app.deps.table, { agency: caller as AgencyId, by: 'test', at: new Date() })).key;
    this.keys.set(caller, own);
    const all: Record<string, string> = { ...headers, authorization: `Bearer ${own}`, 'content-type': 'application/json' };
    for (const [template, serve] of this.app.paths) {
      const found = new RegExp(`^${template.replace(/\{([^}]*)\}/g, '(?<$1>[^/]*)')}$`).exec(address);
      if (!found) continue;
      const answer = await serve({
        method,
        parameters: { ...found.groups },
        header: (name) => all[name] ?? null,
        query: () => null,
        queryNames: () => [],
        body: async () => new TextEncoder().encode(JSON.stringify(body)),
        origin: '',
        clientIp: '127.0.0.1',
        id: 'test',
      });
      return { status: answer.status, body: String(answer.body) };
    }
    throw new Error(`no route for ${address}`);
  }

  put({ caller, key, expected, body }: Sent) {
    const condition: Readonly<Record<string, string>> = expected === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${expected}"` };
    return this.call(caller, 'PUT', `/periods/${body.period}/reports/${caller}`, { 'idempotency-key': key, ...condition }, body);
  }
}

describe.each([
  ['a store that was left by an earlier release', leftStore],
  ['a backup of an earlier release', restoredStore],
])('%s', (name, prepare) => {
  const service = new AService();
  beforeAll(() => service.start(prepare(name)));
  afterAll(() => service.stop());

  test('opens, and no row of it is spoilt', async () => {
    expect(JSON.parse((await service.call('VPUB', 'GET', '/health')).body)).toMatchObject({ status: 'ok', spoilt: 0 });
    expect(service.told).toEqual([]);
  });

  test.each(sent.map((one) => [one.key, one] as const))('the key %s finds its receipt, byte for byte', async (_, one) => {
    expect(await service.put(one)).toEqual({ status: 200, body: JSON.stringify(one.receipt) });
  });

  test.each(asked.map(({ path, json }) => [path, json] as const))('%s answers what it did, sentences and all', async (path, json) => {
    const { status, body } = await service.call('VPUB', 'GET', path);
    const now = JSON.parse(body) as Asked['json'];
    expect(status).toBe(200);
    expect(partOf(asThen(now), json)).toEqual(json);
  });

  test('a report that is reviewed and sent anew there is stored as reports are stored now', async () => {
    const { caller, body, key } = sent.at(-2)!;
    const path = `/periods/2027/reports/${caller}`;
    const returned = { version: 1, decision: 'return', remarks: { 'PL1.I.1.3': 'Xem lại' } };
    expect((await service.call('VPUB', 'POST', `${path}/review`, {}, returned)).status).toBe(200);
    const before = JSON.parse((await service.call('VPUB', 'GET', path)).body);
    const same = await service.put({ caller, body, key: `${key} same`, expected: 1, receipt: null });
    expect([same.status, JSON.parse(same.body).findings.map(({ rule }: { rule: string }) => rule)]).toEqual([
      422,
      expect.arrayContaining(['remark-unanswered']),
    ]);
    const answered = {
      ...body,
      indicators: { ...body.indicators, 'PL1.I.1.3': { ...body.indicators['PL1.I.1.3'], evidence: 'BC đã rà soát' } },
    };
    const again = await service.put({ caller, body: answered, key: `${key} again`, expected: 1, receipt: null });
    expect([again.status, JSON.parse(again.body).findings]).toEqual([201, before.findings]);
    expect(JSON.parse((await service.call('VPUB', 'GET', path)).body)).toMatchObject({ version: 2, findings: before.findings });
    expect(JSON.parse((await service.call('VPUB', 'GET', `${path}/versions/1`)).body).findings).toEqual(before.findings);
  });
});

/** Remarks were texts once. */
function asThen(now: Asked['json']): Asked['json'] {
  const remarks = (now as { remarks?: Record<string, { text: string }> }).remarks;
  return remarks ? { ...now, remarks: Object.fromEntries(Object.entries(remarks).map(([row, { text }]) => [row, text])) } : now;
}

/** Of an answer the members and list entries that an earlier one had: releases add some. */
function partOf(now: unknown, wanted: unknown): unknown {
  if (Array.isArray(now) && Array.isArray(wanted)) {
    const nameOf = (one: Record<string, unknown>) => one.id ?? one.agency;
    const isNamed = wanted.every((one) => typeof one === 'object' && nameOf(one) !== undefined);
    return isNamed
      ? wanted.map((one) =>
          partOf(
            now.find((other) => nameOf(other) === nameOf(one)),
            one,
          ),
        )
      : now;
  }
  if (typeof now !== 'object' || now === null || typeof wanted !== 'object' || wanted === null) return now;
  return Object.fromEntries(Object.entries(wanted).map(([name, part]) => [name, partOf((now as Record<string, unknown>)[name], part)]));
}
