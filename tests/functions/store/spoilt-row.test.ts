import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { ROUTES } from '../../../contract/routes.ts';
import { XLSX } from '../../../core/media-types.ts';
import { issueKey } from '../../../functions/identity/access-key.ts';
import { identifier } from '../../../functions/identity/identify.ts';
import { sendLetters } from '../../../functions/mail/send-letters.ts';
import { fillProofs } from '../../../functions/reports/proofs.ts';
import { openEmbeddedTable } from '../../../functions/store/embedded-table.ts';
import { ROW_KINDS, UNREADABLE_ROW } from '../../../functions/store/row-kinds.ts';
import { logUnreadableRows } from '../../../functions/store/sound-row.ts';
import type { Table } from '../../../functions/store/table.ts';
import { agencies } from '../../support/a-form.ts';
import { anApi } from '../../support/an-api.ts';
import { fillWithEveryKind, HURT, LATER, type Place, placesIn, reportOf, THIS_YEAR, WELL } from './every-kind.ts';
import { backupLines, restoredCopy } from './restored-copy.ts';

const folder = mkdtempSync(join(tmpdir(), 'phuluc-spoilt-'));
const full = join(folder, 'full.sqlite');
let places: readonly Place[] = [];
let copies = 0;
const opened: Table[] = [];

beforeAll(async () => {
  const table = openEmbeddedTable(full);
  await fillWithEveryKind(table);
  places = await placesIn(table);
  await table.close();
});
afterAll(async () => {
  for (const table of opened) await table.close();
  rmSync(folder, { recursive: true });
});

/** What the sound text of a row becomes. */
type Garbage = (text: string, kind: string) => string;
const GARBAGE: Readonly<Record<string, Garbage>> = {
  'no JSON': () => 'hello {',
  'cut off': (text) => text.slice(0, -2),
  'JSON of another kind': () => '[1]',
  'a member missing': changed((value, first) => delete value[first]),
  'a member of a wrong type': changed((value, first) => (value[first] = { x: [] })),
};

/** Does something to the first member; where that leaves a sound row, as settings without one are, or there is none, the row becomes a number. */
function changed(change: (value: Record<string, unknown>, first: string) => unknown): Garbage {
  return (text, kind) => {
    const value = JSON.parse(text);
    if (typeof value === 'object') change(value, Object.keys(value)[0] ?? '');
    return ROW_KINDS.find(({ name }) => name === kind)!.schema.safeParse(value).success ? '7' : JSON.stringify(value);
  };
}

/** The filled store with one row of it spoilt. */
function spoiltStore({ kind, partition, row }: Place, garbage: Garbage): Table {
  const path = join(folder, `${++copies}.sqlite`);
  copyFileSync(full, path);
  const database = new Database(path);
  const found = database.prepare('SELECT value FROM documents WHERE partition = ? AND row = ?').get(partition, row) as { value: string };
  database.prepare('UPDATE documents SET value = ? WHERE partition = ? AND row = ?').run(garbage(found.value, kind), partition, row);
  database.close();
  const table = openEmbeddedTable(path);
  opened.push(table);
  return table;
}

/** Every GET route, of both years, about the agency that is hurt and about the other. */
function urls(books: 'with workbooks' | 'without'): string[] {
  const paths = ROUTES.flatMap(({ method, path }): string[] => (method === 'GET' ? [path] : []));
  const some =
    books === 'with workbooks'
      ? paths
      : paths.filter((path) => !/(?:form|appendix|report|document|workbook|marked|honours|sources)$/.test(path));
  const each = (text: string, name: string, values: readonly string[]) =>
    text.includes(name) ? values.map((value) => text.replace(name, value)) : [text];
  return some
    .flatMap((path) => each(path, '{period}', ['2026', '2027']))
    .flatMap((path) => each(path, '{agency}', [HURT, WELL]))
    .map((path) =>
      path
        .replace('{version}', '1')
        .replace('{row}', 'PL1.I.1.3')
        .replace(/proof$/, `proof?agency=${WELL}&sha256=${'0'.repeat(64)}`),
    );
}

/** What cannot be told without the row: of the year alone whose row it is, and with a sentence. */
const HANGS_ON: Readonly<Record<string, RegExp>> = {
  period: /periods\/2027|public\/2027$/,
  settings: /periods\/2027|public\/2027$/,
  'plan of a period': /periods\/2026|public\/2026$/, // closed under it
  'frozen matrix': /periods\/2026\/(matrix|appendix|report|honours|rows)|public\/2026$/,
  'piece of a frozen matrix': /periods\/2026\/(matrix|appendix|report|honours|rows)|public\/2026$/,
};

/** Kinds that none of these calls reads. */
const READ_WHEN_ASKED = new Set([
  'posting',
  'sign-in code',
  'kept workbook',
  'idempotency key',
  'access key',
  'proof',
  'receipt number',
  'proofs made',
  'seal',
  // A period that is opened or reopened takes it over.
  'waiting settings',
  // What plan was served is looked at when a server starts.
  'plan of the store',
  'confirmed plan',
  'plan',
]);

/** What nobody reads here is the same to them whatever it holds. */
const cases = ROW_KINDS.flatMap(({ name }) =>
  Object.keys(GARBAGE)
    .slice(0, READ_WHEN_ASKED.has(name) ? 1 : undefined)
    .map((garbage) => [name, garbage] as const),
);

test.each(cases)('a spoilt row hurts nobody else: %s, %s', async (kind, garbage) => {
  const place = places.find((one) => one.kind === kind)!;
  const api = await anApi(spoiltStore(place, GARBAGE[garbage]!), LATER);
  const { table } = api.deps;
  const told: unknown[] = [];
  logUnreadableRows(table, (spoilt) => told.push(spoilt));
  const hangsOn = HANGS_ON[kind] ?? /^$/;
  const light = urls('without');
  const isFull = garbage === 'no JSON' && !READ_WHEN_ASKED.has(kind);
  // what is kept in memory after the first round is asked for again
  for (const address of isFull ? [...urls('with workbooks'), ...light] : light) {
    const { status, json } = await api.call('VPUB', 'GET', address);
    if (status < 500) continue;
    expect([address, hangsOn.test(address), status]).toEqual([address, true, 503]);
    expect(json.detail).toContain('không đọc được');
  }
  const own = await api.call(WELL, 'GET', `/periods/2026/reports/${WELL}`);
  if (kind === 'plan of a period') expect(own.status).toBe(503);
  else expect(own.json).toMatchObject({ report: reportOf(WELL, '2026', 949), version: 2 });
  if (kind !== 'plan of a period')
    expect((await api.call(WELL, 'PUT', `/periods/2026/reports/${WELL}`, { body: {} })).status).toBeLessThan(500);

  if (kind !== 'period' && kind !== 'settings') {
    const { agencies: lines } = (await api.call('VPUB', 'GET', '/periods/2027/status')).json;
    const states = Object.fromEntries(lines.map(({ agency, state }: { agency: string; state: string }) => [agency, state]));
    expect([states[WELL], states[HURT]]).toEqual(['submitted', kind === 'head' ? 'unreadable' : 'returned']);
    const cells = (await api.call('VPUB', 'GET', '/periods/2027/matrix')).json.indicators[2].cells;
    expect([cells[WELL].state, cells[HURT].state]).toEqual(['reported', kind === 'head' ? 'not-reported' : 'reported']);
    expect((await api.call('VPUB', 'GET', '/periods/2027/audit')).json.entries).toHaveLength(8);
    for (const agency of [WELL, HURT]) {
      const sent = await api.put(agency, reportOf(agency, '2027', 900), agency === HURT && kind === 'head' ? 0 : 1, { period: '2027' });
      expect([agency, sent.status, sent.json.version]).toEqual([agency, 201, 2]);
    }
    const closed = await api.call('VPUB', 'POST', '/periods/2027/close', { body: {} });
    expect([closed.status, closed.json.closes]).toEqual([200, 1]);
  }
  if (!READ_WHEN_ASKED.has(kind)) expect(told).toHaveLength(kind === 'piece of a frozen matrix' ? 2 : 1);
  expect(api.errors.filter((error) => !error.startsWith('UnreadableRowError'))).toEqual([]);
});

const spoilt = (kind: string) => spoiltStore(places.find((one) => one.kind === kind)!, () => 'hello {');

test('an unreadable report is told so, the health check counts it, and sending it anew heals it', async () => {
  const api = await anApi(spoilt('head'), LATER);
  const at = `/periods/2027/reports/${HURT}`;
  const asked = await api.call(HURT, 'GET', at);
  expect([asked.status, asked.json.detail]).toEqual([404, expect.stringContaining('gửi lại')]);
  const form = await api.call(HURT, 'GET', `${at}/form`);
  const read = await api.call(HURT, 'POST', `${at}/workbook`, { body: form.body, type: XLSX });
  expect(read.json.report).toEqual(reportOf(HURT, '2027'));
  const review = { version: 1, decision: 'accept', remarks: {} };
  expect((await api.call('VPUB', 'POST', `${at}/review`, { body: review })).status).toBe(404);
  expect((await api.call('', 'GET', '/health')).json).toEqual({ status: 'ok', version: expect.any(String), spoilt: 1 });
  expect((await api.put(HURT, reportOf(HURT, '2027', 1), 7, { period: '2027' })).status).toBe(412);
  expect((await api.put(HURT, reportOf(HURT, '2027', 1), 1, { period: '2027' })).json.version).toBe(2);
  expect((await api.call('', 'GET', '/health')).json).toEqual({ status: 'ok', version: expect.any(String), spoilt: 0 });
  expect((await api.call(HURT, 'GET', at)).json.version).toBe(2);
});

test('what is sent anew in the place of an unreadable report is alone in force for whoever proves', async () => {
  const api = await anApi(spoilt('head'), LATER);
  const [first] = (await api.call(HURT, 'GET', `/periods/2027/reports/${HURT}/versions`)).json.versions;
  const anew = (await api.put(HURT, reportOf(HURT, '2027', 1), 1, { period: '2027' })).json;
  const proofOf = async (sha256: string) => (await api.call('', 'GET', `/public/2027/proof?agency=${HURT}&sha256=${sha256}`)).json;
  const said = await Promise.all([first.sha256, anew.sha256].map(proofOf));
  expect(said.map(({ version, inForce }) => [version, inForce])).toEqual([
    [1, false],
    [2, true],
  ]);
});

test('a close with an unreadable report counts the others; it stays unreadable, takes nothing meanwhile, and is sent anew after a reopening', async () => {
  const api = await anApi(spoilt('head'), LATER);
  const at = '/periods/2027';
  const state = async () =>
    (await api.call('VPUB', 'GET', `${at}/status`)).json.agencies.find(({ agency }: { agency: string }) => agency === HURT).state;
  expect((await api.call('VPUB', 'POST', `${at}/close`, { body: {} })).status).toBe(200);
  const matrix = (await api.call('VPUB', 'GET', `${at}/matrix`)).json;
  expect([matrix.agencies.received, matrix.indicators[2].cells[HURT].state]).toEqual([1, 'not-reported']);
  expect(await state()).toBe('unreadable');
  expect((await api.call('', 'GET', '/health')).json.spoilt).toBe(1);
  expect((await api.put(HURT, reportOf(HURT, '2027'), 0, { period: '2027' })).status).toBe(409);
  expect((await api.call('VPUB', 'POST', `${at}/reopen`, { body: { reason: 'Gửi lại' } })).status).toBe(200);
  expect((await api.put(HURT, reportOf(HURT, '2027'), 0, { period: '2027' })).json).toMatchObject({ version: 2 });
  expect(await state()).toBe('submitted');
});

test('settings that cannot be read are replaced by a consolidator with If-Match: *, and by that alone; the period goes on then', async () => {
  const api = await anApi(spoilt('settings'), LATER);
  const at = '/periods/2027/settings';
  const put = (match: string, caller = 'VPUB', path = at) =>
    api.call(caller, 'PUT', path, { body: { settings: { deadline: '12-05' }, reason: 'Đặt lại' }, headers: { 'if-match': match } });
  const asked = await api.call('VPUB', 'GET', at);
  expect([asked.status, asked.json.detail]).toEqual([503, expect.stringContaining('Thiết lập lưu của kỳ báo cáo này không đọc được')]);
  expect((await put('"0"')).json).toMatchObject({ status: 412, detail: expect.stringContaining('If-Match: *') });
  expect((await put('*', WELL)).status).toBe(403);
  expect(await put('*')).toMatchObject({ status: 200, json: { settings: { deadline: '12-05' } } });
  expect((await api.call('VPUB', 'GET', at)).json.settings.deadline).toBe('12-05');
  expect((await api.call('', 'GET', '/health')).json.spoilt).toBe(0);
  const { entries } = (await api.call('VPUB', 'GET', '/periods/2027/audit')).json;
  expect(entries.at(-1)).toMatchObject({ action: 'settings', by: 'VPUB', reason: 'Đặt lại', settings: { deadline: '12-05' } });
  // Settings that can be read are changed by whoever has read them.
  expect((await api.call('VPUB', 'PUT', at, { body: { settings: {}, reason: 'x' }, headers: { 'if-match': '*' } })).status).toBe(412);
  expect((await put('*', 'VPUB', '/periods/2029/settings')).status).toBe(404);
});

test('a closed period whose settings cannot be read is reopened, and set anew then', async () => {
  const table = spoilt('settings');
  const api = await anApi(table, LATER);
  const closed = { state: 'closed', closes: 1, asOf: LATER.toISOString() };
  const period = (await table.read(THIS_YEAR, 'period'))!;
  await table.commit(THIS_YEAR, [{ kind: 'replace', row: 'period', etag: period.etag, value: closed }]);
  const put = () =>
    api.call('VPUB', 'PUT', '/periods/2027/settings', { body: { settings: {}, reason: 'Đặt lại' }, headers: { 'if-match': '*' } });
  expect((await put()).status).toBe(409);
  expect((await api.call('VPUB', 'POST', '/periods/2027/reopen', { body: { reason: 'Đặt lại' } })).status).toBe(200);
  expect((await put()).status).toBe(200);
  expect((await api.call('VPUB', 'GET', '/periods/2027/status')).status).toBe(200);
});

test('a spoilt key lets nobody in and keeps nobody else out', async () => {
  const table = spoilt('access key');
  const { key } = await issueKey(table, { agency: WELL as never, by: 'VPUB', at: LATER });
  const identify = identifier({ table, agencies, entra: null, elapsed: () => 0, today: () => '2027-11-15' as never });
  expect(await identify(`Bearer ${key}`, '::1')).toMatchObject({ ok: true, value: { agency: WELL } });
  const api = await anApi(table, LATER);
  expect((await api.call('VPUB', 'GET', '/keys')).json.keys).toMatchObject([{ agency: WELL }]);
});

test('a spoilt letter stops no other', async () => {
  const table = spoilt('letter');
  const sent: string[] = [];
  const letter = {
    subject: 'Nhắc',
    text: 'x',
    kind: 'missing',
    agency: WELL,
    day: '2027-11-15',
    mail: { state: 'waiting', at: null, tries: 0 },
  };
  await table.commit(THIS_YEAR, [{ kind: 'insert', row: `outbox|2027-11-15|missing|${WELL}`, value: letter }]);
  await sendLetters({
    table,
    partition: THIS_YEAR,
    day: '2027-11-15' as never,
    mailer: {
      send: async ({ to }) => {
        sent.push(...to);
        return { ok: true, value: 'sent' };
      },
      close: () => {},
    },
    emailsOf: (agency) => [agency],
    holds: ({ kind }) => kind === 'missing',
    clock: () => LATER,
  });
  expect(sent).toEqual([WELL]);
});

test.each(ROW_KINDS.map(({ name }) => name))(
  'a store restored from the backup of one with a spoilt row answers as that does: %s',
  async (kind) => {
    const table = spoilt(kind);
    const restored = await restoredCopy(table);
    const [there, here] = await Promise.all([table, restored].map((one) => anApi(one, LATER)));
    await fillProofs(restored, await restored.partitions());
    for (const address of urls('without')) {
      const [first, second] = await Promise.all([there, here].map((one) => one!.call('VPUB', 'GET', address)));
      expect([address, second!.status, second!.json]).toEqual([address, first!.status, first!.json]);
    }
  },
);

test('no kind of row takes what a backup says of an unreadable one', () => {
  expect(ROW_KINDS.filter(({ schema }) => schema.safeParse(UNREADABLE_ROW).success)).toEqual([]);
});

test('a backup leaves out none of the rows; where proofs are spoilt the note that they were made, so that they are made anew', async () => {
  const rows = async (kind: string) =>
    (await backupLines(spoilt(kind))).flatMap((line) => {
      const { partition, row } = JSON.parse(line);
      return row === undefined ? [] : [`${partition} ${row}`];
    });
  const all = await rows('head');
  const proof = places.find(({ kind }) => kind === 'proof')!;
  const without = await rows('proof');
  expect(all.filter((name) => !without.includes(name))).toEqual([`${proof.partition} proofs`]);
});
