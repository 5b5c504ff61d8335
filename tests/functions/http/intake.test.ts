import { createHash, randomUUID } from 'node:crypto';
import { XLSX } from '../../../core/media-types.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Period } from '../../../core/plan/period.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { keyRow, partitionOf } from '../../../functions/store/rows.ts';
import { aFilledForm } from '../../support/a-filled-form.ts';
import { plan } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';
import { SteppedTable } from '../protocol/stepped-table.ts';

const A = 'XA-21211';
const B = 'XA-21034';
const at = `/periods/2026/reports/${A}`;
type Api = Awaited<ReturnType<typeof anApi>>;
interface Handed {
  readonly query?: string;
  readonly key?: string;
  readonly file?: string;
  readonly caller?: string;
}

const problem = ({ status, json }: { status: number; json: { type?: string } }) => `${status} ${json?.type?.split(':').at(-1)}`;
const takesIn = (api: Api, body: Uint8Array | string, { query = '', key = randomUUID(), file, caller = 'VPUB' }: Handed = {}) =>
  api.call(caller, 'POST', `/periods/2026/intake${query}`, {
    body,
    type: XLSX,
    headers: {
      'idempotency-key': key,
      ...(file && { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file)}` }),
    },
  });
const inForce = async (api: Api) => {
  const { json } = await api.call(A, 'GET', at);
  return [json.version, json.report.indicators['PL1.I.1.3'].numerator];
};
const audited = async (api: Api, action: string) =>
  (await api.call('VPUB', 'GET', '/periods/2026/audit')).json.entries.filter((one: { action: string }) => one.action === action);
const listed = async (api: Api) => (await api.call('SKHCN', 'GET', '/periods/2026/refused')).json.refused;

/** The report with one row of a task left blank. */
const without = (report: ReturnType<typeof aReport>, row: string) => {
  const { [row]: _, ...tasks } = report.tasks;
  return { ...report, tasks };
};
const OFFICE = 'LibreOffice/7.4.7.2$Linux_X86_64';
const saved20 = onceMade(() => aFilledForm(aReport(A, 910), '2026-11-20T02:00:00Z'));
const saved18 = onceMade(() => aFilledForm(aReport(A, 920), '2026-11-18T02:00:00Z'));
const saved22 = onceMade(() => aFilledForm(aReport(A, 930), '2026-11-22T02:00:00Z'));
const faulty = onceMade(() => aFilledForm(aReport(A, 1001), '2026-11-21T02:00:00Z'));

/** Made once, when it is first asked for. */
function onceMade<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

test('a workbook that was saved before the one in force is not taken in unasked, and asked for it says what it replaces', async () => {
  const api = await anApi();
  await takesIn(api, await saved20(), { file: 'Biểu xã Tịnh Khê.xlsx' });
  const refused = await takesIn(api, await saved18());
  const wanted = {
    version: 1,
    at: '2026-11-25T02:00:00.000Z',
    file: 'Biểu xã Tịnh Khê.xlsx',
    modified: '2026-11-20T02:00:00.000Z',
    rowsFilled: 13,
  };
  expect([problem(refused), refused.json.inForce]).toEqual(['409 older-workbook', wanted]);
  expect(refused.json.arrived).toEqual({ agency: A, modified: '2026-11-18T02:00:00.000Z', rowsFilled: 13 });
  expect(await inForce(api)).toEqual([1, 910]);
  const replaced = await takesIn(api, await saved18(), { query: '?replace=yes' });
  expect([replaced.status, replaced.json.version, replaced.json.replaces]).toEqual([201, 2, wanted]);
  expect(await inForce(api)).toEqual([2, 920]);
  expect((await audited(api, 'submit')).at(-1)).toMatchObject({ by: 'VPUB', agency: A, version: 2, intake: true, replaces: 1 });
});

test('a newer and as full workbook needs no asking, and names what it replaces too', async () => {
  const api = await anApi();
  await takesIn(api, await saved20());
  const newer = await takesIn(api, await saved22());
  expect([newer.status, newer.json.version, newer.json.replaces.version]).toEqual([201, 2, 1]);
});

test('a workbook with fewer rows filled is not taken in unasked, however new it is', async () => {
  const api = await anApi();
  await takesIn(api, await saved20());
  const emptier = await aFilledForm(without(aReport(A, 940), 'PL2.II.1'), '2026-11-22T02:00:00Z');
  const refused = await takesIn(api, emptier);
  expect([problem(refused), refused.json.inForce.rowsFilled]).toEqual(['409 emptier-workbook', 13]);
  expect(await inForce(api)).toEqual([1, 910]);
  expect((await takesIn(api, emptier, { query: '?replace=yes' })).status).toBe(201);
});

test('the content in force taken in again is its receipt, not another version', async () => {
  const api = await anApi();
  const first = await takesIn(api, await saved20());
  const again = await takesIn(api, await saved20());
  const resaved = await takesIn(api, await aFilledForm(aReport(A, 910), '2026-11-24T02:00:00Z'));
  expect([again, resaved].map(({ status, json }) => [status, json])).toEqual(Array(2).fill([200, first.json]));
  expect(await audited(api, 'submit')).toHaveLength(1);
});

test.each(['the same key', 'another key'])('A, B, A under %s: the first is never told as received while B stands', async (which) => {
  const api = await anApi();
  const key = which === 'the same key' ? 'k' : randomUUID();
  await takesIn(api, await saved22(), { key: 'k' });
  await takesIn(api, await saved18(), { query: '?replace=yes' });
  const again = await takesIn(api, await saved22(), { key });
  expect([problem(again), again.json.inForce.version]).toEqual(['409 older-workbook', 2]);
  expect(await inForce(api)).toEqual([2, 920]);
  const asked = await takesIn(api, await saved22(), { key, query: '?replace=yes' });
  expect([asked.status, asked.json.version, asked.json.replaces.version]).toEqual([201, 3, 2]);
});

test('a replacement whose answer was lost is not made a second time over what came since', async () => {
  const api = await anApi();
  await takesIn(api, await saved20());
  const once = await takesIn(api, await saved18(), { key: 'k', query: '?replace=yes' });
  const again = await takesIn(api, await saved18(), { key: 'k', query: '?replace=yes' });
  expect([again.status, again.json]).toEqual([200, once.json]);
  await api.put(A, aReport(A, 950), 2);
  expect(problem(await takesIn(api, await saved18(), { key: 'k', query: '?replace=yes' }))).toBe('409 older-workbook');
  expect(await inForce(api)).toEqual([3, 950]);
});

test('what the agency sent itself stands: its workbook by when it was saved, its JSON by when it was sent', async () => {
  const byWorkbook = await anApi();
  expect((await byWorkbook.put(A, await saved20(), 0, { type: XLSX })).status).toBe(201);
  expect(problem(await takesIn(byWorkbook, await saved18()))).toBe('409 older-workbook');
  expect((await takesIn(byWorkbook, await saved22())).status).toBe(201);
  const byJson = await anApi(undefined, new Date('2026-11-21T02:00:00Z'));
  await byJson.put(A, aReport(), 0);
  byJson.travel(new Date('2026-11-25T02:00:00Z'));
  const refused = await takesIn(byJson, await saved20());
  expect([problem(refused), refused.json.inForce.file, refused.json.inForce.modified]).toEqual(['409 older-workbook', null, null]);
  expect((await takesIn(byJson, await saved22())).status).toBe(201);
});

test('a workbook that does not say when it was saved, or says a time to come, replaces nothing unasked', async () => {
  const api = await anApi();
  await takesIn(api, await saved20());
  for (const time of [null, '2026-11-25T02:00:01Z', '2031-01-01T00:00:00Z'])
    expect(problem(await takesIn(api, await aFilledForm(aReport(A, 940), time)))).toBe('409 older-workbook');
  expect(await inForce(api)).toEqual([1, 910]);
});

test('a clock that was ahead does not keep a workbook in force for ever', async () => {
  const api = await anApi();
  await takesIn(api, await aFilledForm(aReport(A, 940), '2031-01-01T00:00:00Z'));
  api.travel(new Date('2026-11-27T02:00:00Z'));
  expect((await takesIn(api, await aFilledForm(aReport(A, 941), '2026-11-26T02:00:00Z'))).status).toBe(201);
});

test('a time of LibreOffice that may be local replaces nothing where that leaves open which workbook is newer', async () => {
  const api = await anApi();
  await takesIn(api, await saved20());
  const office = (time: string) => aFilledForm(aReport(A, 940), time, OFFICE);
  expect(problem(await takesIn(api, await office('2026-11-20T08:00:00Z')))).toBe('409 older-workbook');
  expect((await takesIn(api, await office('2026-11-20T09:00:01Z'))).status).toBe(201);
});

test('a file that was opened and saved after it had come is as old as the day on which it came', async () => {
  const api = await anApi();
  await takesIn(api, await saved20());
  expect(problem(await takesIn(api, await saved22(), { query: '?receivedOn=2026-11-19' }))).toBe('409 older-workbook');
  expect((await takesIn(api, await saved22(), { query: '?receivedOn=2026-11-23' })).status).toBe(201);
});

test('lateness is counted from the day on which a workbook had come; that day stands in receipt, report and audit beside the time of intake', async () => {
  const api = await anApi(undefined, new Date('2026-12-05T02:00:00Z'));
  const late = async () =>
    (await api.call('VPUB', 'GET', '/periods/2026/status')).json.agencies.find(({ agency }: { agency: string }) => agency === A).daysLate;
  const taken = await takesIn(api, await saved20(), { query: '?receivedOn=2026-11-29' });
  expect([taken.json.receivedOn, taken.json.at, await late()]).toEqual(['2026-11-29', '2026-12-05T02:00:00.000Z', 0]);
  expect((await api.call(A, 'GET', at)).json).toMatchObject({ receivedOn: '2026-11-29', at: '2026-12-05T02:00:00.000Z' });
  expect((await api.call(A, 'GET', `${at}/versions/1`)).json.receivedOn).toBe('2026-11-29');
  expect(await audited(api, 'submit')).toMatchObject([{ receivedOn: '2026-11-29', at: '2026-12-05T02:00:00.000Z' }]);
  const wrongDay = await takesIn(api, await saved20(), { query: '?receivedOn=2026-12-01' });
  expect([wrongDay.status, wrongDay.json.receivedOn]).toEqual([200, '2026-11-29']);
  const corrected = await takesIn(api, await saved20(), { query: '?receivedOn=2026-12-01&replace=yes' });
  expect([corrected.status, corrected.json.version, await late()]).toEqual([201, 2, 2]);
});

test('today is a day in Viet Nam', async () => {
  const api = await anApi(undefined, new Date('2026-11-24T17:00:00Z'));
  expect((await takesIn(api, await saved20(), { query: '?receivedOn=2026-11-25' })).status).toBe(201);
  expect(problem(await takesIn(api, await saved22(), { query: '?receivedOn=2026-11-26' }))).toBe('400 invalid-request');
});

test.each([
  ['?receivedOn=2026-11-26', 'receivedOn'],
  ['?receivedOn=2026-02-30', 'receivedOn'],
  ['?receivedOn=', 'receivedOn'],
  ['?receivedOn=12/11/2026', 'receivedOn'],
  ['?receivedOn=2025-12-14', 'receivedOn'],
  ['?replace=maybe', 'replace'],
  ['?replace=YES&receivedOn=mai', 'receivedOn,replace'],
])('%s makes no sense', async (query, paths) => {
  const api = await anApi();
  const answer = await takesIn(api, await saved20(), { query });
  expect([problem(answer), answer.json.errors.map(({ path }: { path: string }) => path).join()]).toEqual(['400 invalid-request', paths]);
  expect((await api.call(A, 'GET', at)).status).toBe(404);
});

test('an agency’s key and a consolidator’s never meet, however they are spelled', async () => {
  const api = await anApi();
  const own = await api.put(A, aReport(A, 50), 0, { key: 'intake|VPUB|K1' });
  const taken = await takesIn(api, await saved22(), { key: 'K1', query: '?replace=yes' });
  expect([taken.status, taken.json.version]).toEqual([201, 2]);
  const again = await api.put(A, aReport(A, 50), 0, { key: 'intake|VPUB|K1' });
  expect([again.status, again.json]).toEqual([200, own.json]);
  const spelled = JSON.stringify(['VPUB', 'K1', 'yes', null]);
  expect((await api.put(A, aReport(A, 60), 2, { key: spelled })).json.version).toBe(3);
});

test('calls that an earlier release stored find their receipts, or do nothing', async () => {
  const api = await anApi();
  const first = await takesIn(api, await saved20());
  const digest = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
  const stored = { body: digest(await saved20()), receipt: first.json };
  const partition = partitionOf(plan.id, '2026' as Period);
  for (const key of ['own', 'intake|VPUB|k'])
    await api.deps.table.commit(partition, [{ kind: 'insert', row: keyRow(A as AgencyId, digest(key)), value: stored }]);
  const again = [await api.put(A, await saved20(), 0, { key: 'own', type: XLSX }), await takesIn(api, await saved20(), { key: 'k' })];
  expect(again.map(({ status, json }) => [status, json])).toEqual(Array(2).fill([200, first.json]));
  await api.put(A, aReport(A, 950), 1);
  expect(problem(await takesIn(api, await saved20(), { key: 'k' }))).toBe('409 older-workbook');
});

test.each(['refused', 'lost', 'repeated'] as const)(
  'an intake whose n-th call at the storage is %s is whole or not there, and its retry heals it',
  async (outcome) => {
    for (let failing = 1, calls = failing; calls >= failing - 1; failing++) {
      const table = new MemoryTable();
      const api = await anApi(table);
      await takesIn(api, await saved20());
      calls = Number.NEGATIVE_INFINITY;
      const faulty: SteppedTable = new SteppedTable(table, () => faulty.release(++calls === failing ? outcome : 'done'));
      const beside = await anApi(faulty);
      calls = 0;
      const heard = await takesIn(beside, await saved22(), { key: 'k' });
      expect([201, 200, 503]).toContain(heard.status);
      expect([1, 2]).toContain((await inForce(api))[0]);
      const again = await takesIn(api, await saved22(), { key: 'k' });
      expect([again.status === 201 || again.status === 200, again.json.version, await inForce(api)]).toEqual([true, 2, [2, 930]]);
      if (heard.status !== 503) expect(again.json).toEqual(heard.json);
      expect((await audited(api, 'submit')).map(({ version }: { version: number }) => version)).toEqual([1, 2]);
    }
  },
);

test('twenty equal intakes at once make one version', async () => {
  const api = await anApi();
  const book = await saved20();
  const answers = await Promise.all(Array.from({ length: 20 }, () => takesIn(api, book, { key: 'k' })));
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(19).fill(200), 201]);
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
});

test('an older and a newer workbook taken in at once end with the newer in force', async () => {
  for (let round = 0; round < 10; round++) {
    const api = await anApi();
    await Promise.all([takesIn(api, await saved22()), takesIn(api, await saved18())]);
    expect((await inForce(api))[1]).toBe(930);
  }
});

test('a refused file stands in the audit with its name and rules, and is listed until the agency has a newer report in force', async () => {
  const api = await anApi();
  await takesIn(api, await faulty(), { file: 'Biểu của xã.xlsx' });
  api.travel(new Date('2026-11-25T02:01:00Z'));
  await takesIn(api, 'no workbook', { file: 'thu.xlsx' });
  const [first, second] = await listed(api);
  expect(first).toEqual({ file: 'Biểu của xã.xlsx', agency: A, rules: ['part-within-whole'], at: '2026-11-25T02:00:00.000Z', by: 'VPUB' });
  expect(second).toMatchObject({ file: 'thu.xlsx', agency: null, rules: ['not-a-workbook'] });
  expect(await audited(api, 'intake-refused')).toMatchObject([
    { agency: A, file: 'Biểu của xã.xlsx', rules: ['part-within-whole'], by: 'VPUB' },
    { file: 'thu.xlsx', rules: ['not-a-workbook'] },
  ]);
  await api.put(B, aReport(B), 0);
  expect(await listed(api)).toHaveLength(2);
  await api.put(A, aReport(), 0);
  expect(await listed(api)).toEqual([second]);
  for (const caller of [A, 'SNV']) expect(problem(await api.call(caller, 'GET', '/periods/2026/refused'))).toBe('403 forbidden');
});

test('the same file refused twice leaves one entry, and a clock that steps back changes nothing of what is newer', async () => {
  const api = await anApi();
  for (const _ of [1, 2]) await takesIn(api, await faulty(), { file: 'a.xlsx' });
  expect(await audited(api, 'intake-refused')).toHaveLength(1);
  api.travel(new Date('2026-11-24T02:00:00Z'));
  await api.put(A, aReport(), 0);
  expect(await listed(api)).toEqual([]);
  api.travel(new Date('2026-11-27T02:00:00Z'));
  await takesIn(api, await aFilledForm(aReport(A, 1001), '2026-11-26T02:00:00Z'), { file: 'a.xlsx' });
  expect([(await listed(api)).length, (await audited(api, 'intake-refused')).length]).toEqual([1, 2]);
});

test('a file that would replace what is newer or fuller stands in the audit; only the one that is surely older waits for no answer', async () => {
  const api = await anApi();
  await takesIn(api, await saved20());
  await takesIn(api, await saved18(), { file: 'cũ.xlsx' });
  await takesIn(api, await aFilledForm(without(aReport(A, 940), 'PL2.II.1'), '2026-11-22T02:00:00Z'), { file: 'thiếu.xlsx' });
  await takesIn(api, await aFilledForm(aReport(A, 940), null), { file: 'không rõ.xlsx' });
  await takesIn(api, await aFilledForm(aReport(A, 950), '2026-11-20T08:00:00Z', OFFICE), { file: 'giờ máy.xlsx' });
  const refused: { rules: string[]; unclear?: boolean }[] = await audited(api, 'intake-refused');
  expect(refused.map(({ rules, unclear }) => [...rules, unclear])).toEqual([
    ['older-workbook', undefined],
    ['emptier-workbook', undefined],
    ['older-workbook', true],
    ['older-workbook', true],
  ]);
  expect((await listed(api)).map(({ file }: { file: string }) => file)).toEqual(['thiếu.xlsx', 'không rõ.xlsx', 'giờ máy.xlsx']);
});

test('If-Match and If-None-Match together ask for two things', async () => {
  const api = await anApi();
  await api.put(A, aReport(), 0);
  const both = await api.call(A, 'PUT', at, {
    body: aReport(A, 1),
    headers: { 'idempotency-key': 'k', 'if-match': '"1"', 'if-none-match': '*' },
  });
  expect(problem(both)).toBe('400 invalid-request');
  expect(await inForce(api)).toEqual([1, 950]);
});

test('what is no workbook is refused for what its name says that it is', async () => {
  const api = await anApi();
  const told = async (file: string) => (await takesIn(api, ',may-01,;', { file })).json.findings[0].message as string;
  expect(await told('.~lock.bieu.xlsx#')).toMatch(/^Tệp là tệp khóa của LibreOffice/);
  expect(await told('~$bieu.xlsx')).toMatch(/^Tệp là tệp tạm của Excel/);
  expect(await told('._bieu.xlsx')).toMatch(/^Tệp do máy tính tự tạo/);
  expect(await told('bieu.xlsx')).not.toMatch(/khóa|tạm/);
});
