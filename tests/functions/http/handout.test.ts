import { ReadableStream } from 'node:stream/web';
import { setTimeout as sleep } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import type { Day } from '../../../core/day.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { listKeys } from '../../../functions/identity/access-key.ts';
import { keyCallers } from '../../../functions/identity/key-callers.ts';
import { issueCodes } from '../../../functions/identity/sign-in-code.ts';
import { KEYS_PARTITION, SIGN_IN_CODES } from '../../../functions/store/key-rows.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import { StoreUnavailable } from '../../../functions/store/table.ts';
import { WRITES_HERE, type WritesDocuments } from '../../../templates/beside/writing-pool.ts';
import { anApi } from '../../support/an-api.ts';
import { codeIn, letterIn } from '../../support/handed-letter.ts';
import { FailingTable } from '../protocol/failing-table.ts';

const OWN = 'XA-21211';
async function handed(agencies: readonly string[] = [OWN]) {
  const api = await anApi();
  const answer = await api.call('VPUB', 'POST', '/periods/2026/handout', { body: { agencies } });
  expect(answer.status).toBe(200);
  const use = (code: unknown, clientIp = '127.0.0.1') => api.call('', 'POST', '/sign-in/code', { body: { code }, clientIp });
  return { ...api, zip: answer.body as Uint8Array, use };
}

test('each agency gets a folder with its form and its letter, and a list names all', async () => {
  const { zip } = await handed([OWN, 'SNV']);
  expect(Object.keys(unzipSync(zip))).toEqual([
    'XA-21211 Xã Tịnh Khê/phu-luc-XA-21211-2026.xlsx',
    'XA-21211 Xã Tịnh Khê/thu-giao-bieu.docx',
    expect.stringMatching(/^SNV .*\/phu-luc-SNV-2026\.xlsx$/),
    expect.stringMatching(/^SNV .*\/thu-giao-bieu\.docx$/),
    'danh-sach.xlsx',
  ]);
});

test('the form handed out is the one that the upload page gives, with its address', async () => {
  const { zip, call } = await handed();
  const form = unzipSync(zip)['XA-21211 Xã Tịnh Khê/phu-luc-XA-21211-2026.xlsx']!;
  const given = await call(OWN, 'GET', '/periods/2026/reports/XA-21211/form?values=previous');
  expect(Buffer.from(form).equals(Buffer.from(given.body as Uint8Array))).toBe(true);
});

test('the letter says where, by when, with which code, and whom to ask', async () => {
  const { zip } = await handed();
  const text = letterIn(zip);
  for (const said of ['https://bieu.example/', '29/11/2026', 'UBND xã Tịnh Khê', 'Đầu mối liên hệ: Văn phòng UBND tỉnh', 'w:drawing'])
    expect(text).toContain(said);
  expect(codeIn(zip)).toMatch(/^plc_[A-Za-z0-9_-]{22}$/);
});

test('a code becomes a key of its agency once; what is stored is neither', async () => {
  const { zip, use, deps, call } = await handed();
  const code = codeIn(zip);
  const first = await use(code);
  expect([first.status, first.json]).toEqual([200, { agency: OWN, key: expect.stringMatching(/^pls_[A-Za-z0-9_-]{43}$/) }]);
  expect((await use(code)).status).toBe(401);
  const stored = JSON.stringify(await deps.table.list(KEYS_PARTITION, ''));
  expect([stored.includes(code), stored.includes(first.json.key)]).toEqual([false, false]);
  const { entries } = (await call('VPUB', 'GET', '/periods/2026/audit')).json;
  expect(entries.map(({ action, by, agency }: Record<string, string>) => [action, by, agency])).toEqual([
    ['handout', 'VPUB', undefined],
    ['code-used', OWN, OWN],
  ]);
  expect(entries[0].agencies).toEqual([OWN]);
});

test('of many who show one code at once one gets a key', async () => {
  const { zip, use } = await handed();
  const code = codeIn(zip);
  const answers = await Promise.all(Array.from({ length: 6 }, () => use(code)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

const revoke = (call: Awaited<ReturnType<typeof handed>>['call'], body: unknown = {}, by = 'VPUB') =>
  call(by, 'POST', '/sign-in/codes/revoke', { body });

test('a code that was taken back is as good as an unknown one; codes of others, and keys that came of codes, go on working', async () => {
  const { zip, use, call, deps } = await handed();
  const code = codeIn(zip);
  const other = codeIn((await call('VPUB', 'POST', '/periods/2026/handout', { body: { agencies: ['SNV'] } })).body as Uint8Array);
  expect((await revoke(call, { agency: OWN })).json).toEqual({ revoked: [OWN] });
  const [dead, unknown] = [await use(code), await use(`plc_${'0'.repeat(22)}`)];
  expect([dead.status, dead.json.detail]).toEqual([401, unknown.json.detail]);
  expect((await revoke(call, { agency: OWN })).json).toEqual({ revoked: [] });
  const key = (await use(other)).json.key;
  expect((await revoke(call)).json).toEqual({ revoked: [] });
  const today = () => '2026-11-25' as Day;
  expect(await keyCallers({ table: deps.table, elapsed: () => 0, today })(key)).toMatchObject({ agency: 'SNV' });
  const { entries } = (await call('VPUB', 'GET', '/periods/2026/audit')).json;
  const ofCodes = entries.filter(({ action }: { action: string }) => action.startsWith('code-'));
  // Both at one moment: which stands first is left to their random names.
  expect(ofCodes.toSorted((a: { action: string }, b: { action: string }) => a.action.localeCompare(b.action))).toMatchObject([
    { action: 'code-revoked', by: 'VPUB', agency: OWN, key: expect.stringMatching(/^[0-9a-f]{8}$/) },
    { action: 'code-used', by: 'SNV', agency: 'SNV' },
  ]);
});

test('all codes are taken back at once, however many, by consolidators alone; those of later handouts work', async () => {
  const { use, call, deps } = await handed();
  const agencies = deps.agencies.map(({ id }) => id);
  const many: string[] = [];
  for (let k = 0; k < 2; k++) many.push(...(await issueCodes(deps.table, agencies, { by: 'VPUB', at: deps.clock() })).values());
  expect((await revoke(call, {}, 'SNV')).status).toBe(403);
  expect((await revoke(call, { agency: 7 })).status).toBe(400);
  const { revoked } = (await revoke(call)).json;
  expect([revoked.length, new Set(revoked)]).toEqual([many.length + 1, new Set(agencies)]);
  for (const code of many.slice(0, 5)) expect((await use(code)).status).toBe(401);
  const fresh = await issueCodes(deps.table, [OWN as AgencyId], { by: 'VPUB', at: deps.clock() });
  expect((await use(fresh.get(OWN as AgencyId))).status).toBe(200);
});

test('a code that is used as it is taken back becomes a key or is dead, and the answers say which', async () => {
  for (let steps = 0; steps < 12; steps++) {
    const { zip, use, call, deps } = await handed();
    const code = codeIn(zip);
    const [used, taken] = await Promise.all([
      use(code),
      (async () => {
        for (let k = 0; k < steps; k++) await Promise.resolve();
        return revoke(call);
      })(),
    ]);
    expect([used.status, taken.json]).toEqual(used.status === 200 ? [200, { revoked: [] }] : [401, { revoked: [OWN] }]);
    expect((await use(code)).status).toBe(401);
    expect(await listKeys(deps.table)).toHaveLength(used.status === 200 ? 1 : 0);
  }
});

test('a code is good for thirty days', async () => {
  const { zip, use, travel } = await handed();
  const code = codeIn(zip);
  travel(new Date('2026-12-26T02:00:00Z'));
  expect((await use(code)).status).toBe(401);
  travel(new Date('2026-12-25T01:00:00Z'));
  expect((await use(code)).status).toBe(200);
});

test('wrong codes are counted as wrong keys; no code at all is a wrong call; a right one goes on working', async () => {
  const { zip, use } = await handed();
  expect((await use(5)).status).toBe(400);
  const statuses: number[] = [];
  for (let k = 0; k < 22; k++) statuses.push((await use(`plc_${String(k).padStart(22, '0')}`, '10.0.0.1')).status);
  expect([statuses.filter((one) => one === 401).length, statuses.at(-1)]).toEqual([20, 429]);
  expect((await use(`Mã: “${codeIn(zip)}”`, '10.0.0.1')).status).toBe(200);
});

test('forms are handed out by consolidators, to agencies that report', async () => {
  const { call, deps } = await handed();
  const ask = (caller: string, body: unknown) => call(caller, 'POST', '/periods/2026/handout', { body });
  expect((await ask('SNV', {})).status).toBe(403);
  const before = (await deps.table.list(KEYS_PARTITION, SIGN_IN_CODES)).length;
  expect((await ask('VPUB', { agencies: ['KHONG-CO'] })).status).toBe(400);
  expect((await ask('VPUB', { agencies: 'tất cả' })).status).toBe(400);
  expect((await deps.table.list(KEYS_PARTITION, SIGN_IN_CODES)).length).toBe(before);
});

test('of an office that asks again and again a few are made at once, the others make nothing and give out no code', async () => {
  const { call } = await anApi();
  const ask = (office: string) => call(office, 'POST', '/periods/2026/handout', { body: { agencies: [OWN] } });
  const many = await Promise.all([...Array.from({ length: 8 }, () => ask('VPUB')), ask('SKHCN')]);
  expect(many.map(({ status }) => status)).toEqual([200, 200, ...Array(6).fill(503), 200]);
  expect(many[2]).toMatchObject({ headers: { 'Retry-After': '5' }, json: { type: 'urn:phuluc:problem:unavailable' } });
  expect((await ask('VPUB')).status).toBe(200);
  const { entries } = (await call('VPUB', 'GET', '/periods/2026/audit')).json;
  expect(entries).toHaveLength(4);
});

test('one that cannot begin is told of, and keeps no place', async () => {
  const { call, deps } = await anApi();
  const { commit } = deps.table;
  deps.table.commit = async () => {
    throw new StoreUnavailable('gone');
  };
  const ask = () => call('VPUB', 'POST', '/periods/2026/handout', { body: { agencies: [OWN] } });
  for (let k = 0; k < 3; k++) expect((await ask()).json).toMatchObject({ status: 503, detail: expect.stringContaining('tạm thời') });
  deps.table.commit = commit.bind(deps.table);
  expect((await ask()).status).toBe(200);
});

/** A handout to all agencies, of which nothing is taken yet; `made` counts its documents. */
async function begunToAll(period = '2026') {
  const store = new FailingTable(new MemoryTable());
  const api = await anApi(store);
  const made = { documents: 0 };
  const documents: WritesDocuments = {
    ...WRITES_HERE,
    write: async (kind, wanted, by) => {
      made.documents += 1;
      return WRITES_HERE.write(kind, wanted, by);
    },
  };
  Object.assign(api.deps, { documents });
  if (period !== '2026') expect((await api.call('VPUB', 'POST', '/periods', { body: { period } })).status).toBe(201);
  const begin = async () => {
    const { status, body } = await api.begin('VPUB', 'POST', `/periods/${period}/handout`, { body: {} });
    return body instanceof ReadableStream ? body.getReader() : status;
  };
  const reader = await begin();
  if (typeof reader === 'number') throw new Error(`[handout] "begin": ${reader}`);
  return { ...api, store, made, begin, reader };
}

/** Documents of an agency, and the agencies whose documents are made ahead. */
const [OF_AGENCY, AHEAD] = [2, 3];

test('of a handout no more is made than a few agencies ahead of its reader, and nothing before it reads', async () => {
  const { made, reader } = await begunToAll();
  await sleep(50);
  expect(made.documents).toBe(0);
  for (let agency = 0; agency < 10; agency++) {
    for (let k = 0; k < OF_AGENCY; k++) expect((await reader.read()).done).toBe(false);
    await sleep(20);
    expect(made.documents).toBeLessThanOrEqual((agency + AHEAD) * OF_AGENCY);
  }
  await reader.cancel();
  const { documents } = made;
  await sleep(50);
  expect(made.documents).toBe(documents);
});

test('who lets go of a handout leaves a place, also before taking any of it', async () => {
  const { begin, reader } = await begunToAll();
  const other = await begin();
  expect([typeof other, await begin()]).toEqual(['object', 503]);
  await reader.read();
  await reader.cancel();
  const third = await begin();
  expect([typeof third, await begin()]).toEqual(['object', 503]);
  for (const one of [other, third]) if (typeof one !== 'number') await one.cancel();
  expect([typeof (await begin()), typeof (await begin()), await begin()]).toEqual(['object', 'object', 503]);
});

test('codes whose letters nobody got lock nobody out: those handed out before go on working, and new ones are given at once', async () => {
  const { call, store, reader, metrics } = await begunToAll('2027');
  await reader.cancel();
  const handOut = () => call('VPUB', 'POST', '/periods/2027/handout', { body: { agencies: [OWN] } });
  const former = codeIn((await handOut()).body as Uint8Array);
  const heard: unknown[] = [];
  // The store fails ever later: at last when the answer has begun.
  for (let failing = 1; heard.at(-1) !== 'broken off'; failing++) {
    store.arm({ call: failing, effect: 'before' });
    heard.push(
      await handOut().then(
        ({ status }) => status,
        (error) => (error instanceof StoreUnavailable ? 'broken off' : error),
      ),
    );
    expect([503, 'broken off']).toContain(heard.at(-1));
  }
  store.arm(null);
  const counted = metrics.text({ version: '', outbox: 0, spoilt: 0 });
  expect(counted).toContain(`phuluc_store_errors_total ${heard.length}\n`);
  const latter = codeIn((await handOut()).body as Uint8Array);
  const use = async (code: string) => (await call('', 'POST', '/sign-in/code', { body: { code } })).status;
  expect([await use(latter), await use(former)]).toEqual([200, 200]);
});
