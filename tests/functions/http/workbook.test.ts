import { createHash } from 'node:crypto';
import { XLSX } from '../../../core/media-types.ts';
import { sweepWorkbooks } from '../../../functions/jobs/sweep-workbooks.ts';
import { MOST_WORKBOOK_BYTES, workbookChanges } from '../../../functions/reports/keep-workbook.ts';
import { exportStore } from '../../../functions/store/backup.ts';
import type { Files, KeptFile } from '../../../functions/store/files.ts';
import { MemoryFiles } from '../../../functions/store/memory-files.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { restoreStore, verifiedBackup } from '../../../functions/store/restore.ts';
import type { Head } from '../../../functions/store/rows.ts';
import { sealOf } from '../../../functions/store/seal.ts';
import { logUnreadableRows, unreadableRowCount } from '../../../functions/store/sound-row.ts';
import { endedThreads } from '../../../templates/beside/reading-worker.ts';
import { ThreadEnded } from '../../../templates/beside/thread-ended.ts';
import { aFilledForm } from '../../support/a-filled-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const OWN = 'XA-21211';
const AT = `/periods/2026/reports/${OWN}/versions/1/workbook`;
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const aWorkbook = (satisfied = 950) => aFilledForm(aReport(OWN, satisfied), '2026-11-20T02:00:00Z');

async function sent(file = 'Biểu xã.xlsx') {
  const api = await anApi();
  const bytes = await aWorkbook();
  const headers = {
    'idempotency-key': 'k',
    'if-none-match': '*',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file)}`,
  };
  const done = await api.call(OWN, 'PUT', `/periods/2026/reports/${OWN}`, { body: bytes, type: XLSX, headers });
  expect(done.status).toBe(201);
  return { ...api, bytes };
}

test('a workbook whose thread is taken away is to be sent again, and is taken then; one that ends its threads is refused as a file', async () => {
  const api = await anApi();
  const send = async () =>
    api.call(OWN, 'PUT', `/periods/2026/reports/${OWN}`, {
      body: await aWorkbook(),
      type: XLSX,
      headers: { 'idempotency-key': 'k', 'if-none-match': '*' },
    });
  const { uploads } = api.deps;
  Object.assign(api.deps, { uploads: { ...uploads, read: () => Promise.reject(new ThreadEnded()) } });
  expect(await send()).toMatchObject({
    status: 503,
    headers: { 'Retry-After': '5' },
    json: { type: 'urn:phuluc:problem:unavailable', detail: expect.stringContaining('cùng Idempotency-Key') },
  });
  Object.assign(api.deps, { uploads: { ...uploads, read: async () => endedThreads() } });
  expect(await send()).toMatchObject({ status: 422, json: { type: 'urn:phuluc:problem:not-a-workbook' } });
  Object.assign(api.deps, { uploads });
  expect((await send()).status).toBe(201);
});

test('a workbook comes back byte for byte, under its name and its SHA-256', async () => {
  const { call, bytes } = await sent();
  for (const caller of [OWN, 'VPUB']) {
    const answer = await call(caller, 'GET', AT);
    expect([answer.status, answer.headers.ETag]).toEqual([200, `"${digestOf(bytes)}"`]);
    expect(Buffer.from(answer.body as Uint8Array).equals(Buffer.from(bytes))).toBe(true);
    expect(decodeURIComponent(answer.headers['Content-Disposition'] ?? '')).toContain('Biểu xã.xlsx');
  }
  expect((await call(OWN, 'GET', AT, { headers: { 'if-none-match': `"${digestOf(bytes)}"` } })).status).toBe(304);
});

test.each(['biểu.xlsm', 'biểu.XLSX', 'biểu.cmd', 'biểu.xlsx.hta', 'biểu.xlsx. .', 'biểu.html', 'biểu:x.exe', 'biểu'])(
  'what was sent as %p is saved as a workbook without macros, whoever asks for it',
  async (name) => {
    const { call } = await sent(name);
    for (const path of [AT, AT.replace('/workbook', '/marked')]) {
      const said = decodeURIComponent((await call('VPUB', 'GET', path)).headers['Content-Disposition']?.split("''")[1] ?? '');
      expect(said).toMatch(/^(y-kien-)?biểu[^:]*(?<!\.xls[xm])\.xlsx$/i);
    }
  },
);

test('a version that came as JSON has no workbook, and one that is none is not found', async () => {
  const { call, put } = await sent();
  expect((await put(OWN, aReport(OWN, 951), 1)).status).toBe(201);
  expect((await call(OWN, 'GET', AT.replace('/1/', '/2/'))).json).toMatchObject({ status: 404, type: 'urn:phuluc:problem:no-workbook' });
  expect((await call(OWN, 'GET', AT.replace('/1/', '/9/'))).json).toMatchObject({ status: 404, type: 'urn:phuluc:problem:not-found' });
});

test.each([
  ['gone', (files: Files, { name, at, mark }: KeptFile) => files.remove({ name, at, mark })],
  ['other bytes', (files: Files, { name }: KeptFile) => files.keep(name, new Uint8Array([1]))],
])(
  'a kept workbook that is %s is not said never to have been there, nor given as it was sent; a backup tells and counts it',
  async (_, harm) => {
    const { call, deps, bytes } = await sent();
    const [kept] = await deps.files.list();
    await harm(deps.files, kept!);
    for (const path of [AT, AT.replace('workbook', 'marked')]) {
      const { status, json } = await call(OWN, 'GET', path);
      expect([status, json.type, json.detail]).toEqual([
        404,
        'urn:phuluc:problem:not-found',
        expect.stringContaining('không còn nguyên như khi nhận'),
      ]);
    }
    const told: string[] = [];
    logUnreadableRows(deps.table, ({ spoilt }) => told.push(spoilt));
    const backedUp = async () => {
      const lines: string[] = [];
      for await (const line of exportStore(deps)) lines.push(line);
      return [lines.some((line) => line.includes('"~files"')), unreadableRowCount(deps.table)];
    };
    expect([await backedUp(), await backedUp(), told]).toEqual([[false, 1], [false, 1], [`~files ${kept!.name}`]]);
    await deps.files.keep(kept!.name, bytes);
    expect(await backedUp()).toEqual([true, 0]);
  },
);

test('a workbook that is refused is not kept', async () => {
  const { call, deps } = await sent();
  const headers = { 'idempotency-key': 'another', 'if-none-match': '*' };
  const again = await call(OWN, 'PUT', `/periods/2026/reports/${OWN}`, { body: await aWorkbook(951), type: XLSX, headers });
  expect(again.status).toBe(412);
  expect(await deps.files.list()).toHaveLength(1);
});

test('where a workbook cannot be kept, no version names it', async () => {
  const api = await anApi();
  const broken = { keep: () => Promise.reject(new Error('disk full')) };
  Object.assign(api.deps.files, broken);
  const headers = { 'idempotency-key': 'k', 'if-none-match': '*' };
  const done = await api.call(OWN, 'PUT', `/periods/2026/reports/${OWN}`, { body: await aWorkbook(), type: XLSX, headers });
  expect(done.status).toBe(500);
  expect((await api.call(OWN, 'GET', `/periods/2026/reports/${OWN}`)).status).toBe(404);
});

test('what no version names is swept after a day, what a version names stays', async () => {
  const { call, deps, travel } = await sent();
  await deps.files.keep(`p|${OWN}|orphan`, new Uint8Array([1]));
  const count = async () => (await deps.files.list()).length;
  await sweepWorkbooks(deps);
  expect(await count()).toBe(2);
  travel(new Date('2026-11-27T02:00:00Z'));
  await sweepWorkbooks(deps);
  expect(await count()).toBe(1);
  expect((await call(OWN, 'GET', AT)).status).toBe(200);
});

test('an agency has room for so many bytes of workbooks; the same workbook again takes none', async () => {
  const table = new MemoryTable();
  const workbook = { sha256: 'a'.repeat(64), size: 1000 };
  const at = { agency: OWN as Head['agency'], version: 1 };
  const holding = (workbookBytes: number) => ({ workbookBytes }) as Head;
  const asked = (before: number) => workbookChanges(table, 'p', at, workbook, holding(before));
  expect((await asked(MOST_WORKBOOK_BYTES - 1000))?.workbookBytes).toBe(MOST_WORKBOOK_BYTES);
  expect(await asked(MOST_WORKBOOK_BYTES - 999)).toBeNull();
  await table.commit('p', (await asked(0))!.changes);
  expect(await asked(MOST_WORKBOOK_BYTES)).toEqual({ changes: [], workbookBytes: MOST_WORKBOOK_BYTES });
});

test('a backup carries the workbooks, whatever their size, and a restored store gives them back', async () => {
  const { deps, bytes } = await sent();
  const large = Uint8Array.from({ length: 2_500_000 }, (_, k) => (k * 7919) % 256);
  const name = `p|${OWN}|${digestOf(large)}`;
  await deps.files.keep(name, large);
  const lines: string[] = [];
  for await (const line of exportStore(deps)) lines.push(line);
  async function* read() {
    yield* lines;
  }
  const backup = await verifiedBackup(read, { codes: [await sealOf(deps.table)], unverified: false });
  if (!backup.ok) throw new Error(JSON.stringify(backup.error));
  const fresh = { table: new MemoryTable(), files: new MemoryFiles() };
  expect((await restoreStore(fresh, read, backup.value)).ok).toBe(true);
  const kept = await fresh.files.list();
  expect(kept.map((one) => one.name)).toEqual((await deps.files.list()).map((one) => one.name));
  expect(Buffer.from((await fresh.files.read(name))!).equals(Buffer.from(large))).toBe(true);
  const first = kept.find((one) => one.name.endsWith(digestOf(bytes)))!;
  expect(Buffer.from((await fresh.files.read(first.name))!).equals(Buffer.from(bytes))).toBe(true);
});
