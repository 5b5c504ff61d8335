import { fillProofs } from '../../../functions/reports/proofs.ts';
import { MemoryTable } from '../../../functions/store/memory-table.ts';
import type { Table } from '../../../functions/store/table.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const A = 'XA-21211';
const B = 'XA-21034';
const WRONG = '0'.repeat(64);
const asked = (sha256: string, agency = A, period = '2026') => `/public/${period}/proof?agency=${agency}&sha256=${sha256}`;

test('whoever holds the hash of a report learns that it was received, when, and whether it is still in force', async () => {
  const api = await anApi();
  const first = (await api.put(A, aReport(), 0)).json;
  const proof = { agency: A, name: 'UBND xã Tịnh Khê', period: '2026', version: 1, at: '2026-11-25T02:00:00.000Z', inForce: true };
  const seen = await api.call('', 'GET', asked(first.sha256));
  expect([seen.status, seen.json]).toEqual([200, proof]);
  await api.put(A, aReport(A, 960), 1);
  expect((await api.call('', 'GET', asked(first.sha256.toUpperCase()))).json).toEqual({ ...proof, inForce: false });
  await api.put(A, aReport(), 2);
  expect((await api.call('', 'GET', asked(first.sha256))).json).toEqual({ ...proof, version: 3 });
});

const byNumber = (receipt: string, agency = A, period = '2026') =>
  `/public/${period}/proof?agency=${agency}&receipt=${encodeURIComponent(receipt)}`;

test('whoever holds the number of a receipt learns the same of its version, however he spells it', async () => {
  const api = await anApi();
  const first = (await api.put(A, aReport(), 0)).json;
  const proof = { agency: A, name: 'UBND xã Tịnh Khê', period: '2026', version: 1, at: '2026-11-25T02:00:00.000Z', inForce: true };
  const seen = async (number: string) => (await api.call('', 'GET', byNumber(number))).json;
  expect(await seen(first.id)).toEqual(proof);
  expect(await seen(` ${first.id.toLowerCase().replace('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l')}`)).toEqual(proof);
  const second = (await api.put(A, aReport(A, 960), 1)).json;
  const third = (await api.put(A, aReport(), 2)).json;
  // The same content as the third, and another receipt.
  expect(await seen(first.id)).toEqual({ ...proof, inForce: false });
  expect([await seen(second.id), await seen(third.id)]).toMatchObject([
    { version: 2, inForce: false },
    { version: 3, inForce: true },
  ]);
});

test('whoever holds another hash learns nothing: not who has sent, not which periods there are', async () => {
  const api = await anApi();
  const { id, sha256 } = (await api.put(A, aReport(), 0)).json;
  const last = sha256.slice(0, -1) + (sha256.endsWith('0') ? '1' : '0');
  const refusals = [
    asked(WRONG),
    asked(last),
    asked(WRONG, B),
    asked(sha256, B),
    asked(sha256, 'KHONG-CO'),
    asked(sha256, A, '2027'),
    asked(sha256, A, '1999'),
    byNumber('0000-0000'),
    byNumber(id, B),
    byNumber(id, A, '2027'),
  ];
  const answers = await Promise.all(refusals.map((path) => api.call('', 'GET', path)));
  expect(answers.map(({ status }) => status)).toEqual(refusals.map(() => 404));
  expect(new Set(answers.map(({ body, headers }) => JSON.stringify([body, headers]))).size).toBe(1);
});

test.each([
  ['', ['agency', 'sha256']],
  [`?agency=${A}`, ['sha256']],
  [`?agency=${A}&sha256=`, ['sha256']],
  [`?agency=${A}&sha256=${'f'.repeat(63)}`, ['sha256']],
  [`?agency=${A}&sha256=${'g'.repeat(64)}`, ['sha256']],
  [`?agency=../x&sha256=${WRONG}`, ['agency']],
  [`?sha256=${WRONG}`, ['agency']],
  [`?agency=${A}&receipt=7F3K-92Q`, ['receipt']],
  [`?agency=${A}&receipt=7F3K-92QU`, ['receipt']],
  [`?agency=${A}&receipt=`, ['receipt']],
  [`?agency=${A}&receipt=7F3K-92QD&sha256=${WRONG}`, ['receipt']],
])('a question like %p makes no sense', async (query, paths) => {
  const api = await anApi();
  for (let k = 0; k < 25; k++) {
    const { status, json } = await api.call('', 'GET', `/public/2026/proof${query}`);
    expect([status, json.errors.map(({ path }: { path: string }) => path)]).toEqual([400, paths]);
  }
});

test('twenty wrong hashes a minute from one address are answered, then it waits; a right one is always answered', async () => {
  const api = await anApi();
  const { sha256 } = (await api.put(A, aReport(), 0)).json;
  const from = async (clientIp: string, hash = WRONG) => (await api.call('', 'GET', asked(hash), { clientIp })).status;
  for (let k = 0; k < 20; k++) expect(await from('10.0.0.1')).toBe(404);
  const waits = await api.call('', 'GET', asked(WRONG), { clientIp: '10.0.0.1' });
  expect([waits.status, waits.headers['Retry-After'], waits.json.type]).toEqual([429, '60', 'urn:phuluc:problem:too-many-tries']);
  expect([await from('10.0.0.1', sha256), await from('10.0.0.2')]).toEqual([200, 404]);
  api.travel(new Date('2026-11-25T02:01:00Z'));
  expect(await from('10.0.0.1')).toBe(404);
});

const partitionIn = async (table: Table) => (await table.partitions()).find((one) => one.endsWith('|2026')) ?? '';
const spoil = async (table: Table, row: string) => {
  const partition = await partitionIn(table);
  const { etag } = (await table.read(partition, row))!;
  await table.commit(partition, [{ kind: 'replace', row, etag, value: { spoilt: true } }]);
};

test('what was received is not denied where its row cannot be read, and not called outdated', async () => {
  const store = new MemoryTable();
  const api = await anApi(store);
  const { id, sha256 } = (await api.put(A, aReport(), 0)).json;
  await spoil(store, `proof|${A}|${sha256}`);
  for (const path of [asked(sha256), byNumber(id)]) {
    const answer = await api.call('', 'GET', path);
    expect([answer.status, answer.json.detail]).toEqual([503, expect.stringContaining('không đọc được')]);
  }
  expect((await api.call('', 'GET', asked(WRONG))).status).toBe(404);
  await spoil(store, `receipt|${A}|${id}`);
  expect((await api.call('', 'GET', byNumber(id))).status).toBe(503);
});

test('what is sent anew is alone in force, also where neither the head nor its version can be read', async () => {
  const store = new MemoryTable();
  const api = await anApi(store);
  const first = (await api.put(A, aReport(), 0)).json;
  const second = (await api.put(A, aReport(A, 960), 1)).json;
  await spoil(store, `head|${A}`);
  await spoil(store, `version|${A}|000002`);
  const anew = (await api.put(A, aReport(A, 970), 0)).json;
  const said = await Promise.all([first, second, anew].map(async ({ sha256 }) => (await api.call('', 'GET', asked(sha256))).json));
  expect(said.map(({ version, inForce }) => [version, inForce])).toEqual([
    [1, false],
    [2, false],
    [3, true],
  ]);
});

test('a number that stands there already keeps no report out', async () => {
  const { id } = (await (await anApi()).put(A, aReport(), 0)).json;
  const store = new MemoryTable();
  const api = await anApi(store);
  await api.put(B, aReport(B), 0);
  const left = { version: 9, at: '2026-11-25T02:00:00.000Z', sha256: WRONG };
  await store.commit(await partitionIn(store), [{ kind: 'insert', row: `receipt|${A}|${id}`, value: left }]);
  expect((await api.put(A, aReport(), 0)).status).toBe(201);
  expect((await api.call('', 'GET', byNumber(id))).json).toMatchObject({ version: 1, inForce: true });
});

test('an agency is called as its receipts call it: in each period by the name it has there', async () => {
  const api = await anApi();
  const { id } = (await api.put(A, aReport(), 0)).json;
  await api.call('VPUB', 'POST', '/periods', { body: { period: '2027' } });
  const renamed = { settings: { agencies: { [A]: { name: 'UBND phường Tịnh Khê' } } }, reason: 'Nghị quyết mới' };
  const set = await api.call('VPUB', 'PUT', '/periods/2027/settings', { body: renamed, headers: { 'if-match': '"0"' } });
  expect(set.status).toBe(200);
  expect((await api.call('', 'GET', byNumber(id))).json.name).toBe('UBND xã Tịnh Khê');
  const next = (await api.put(A, { ...aReport(), period: '2027' }, 0, { period: '2027' })).json;
  expect((await api.call('', 'GET', byNumber(next.id, A, '2027'))).json.name).toBe('UBND phường Tịnh Khê');
});

/** A table that tells what is asked of it. */
function listening(table: Table): { table: Table; asked: string[] } {
  const asked: string[] = [];
  const heard = new Proxy(table, {
    get: (target, name: keyof Table) => {
      const own = (target[name] as (...words: unknown[]) => unknown).bind(target);
      return (...words: unknown[]) => {
        asked.push(name);
        return own(...words);
      };
    },
  });
  return { table: heard, asked };
}

test('a proof costs one look, whatever the answer and however much the agency has sent', async () => {
  const { table, asked: looks } = listening(new MemoryTable());
  const api = await anApi(table);
  const { sha256 } = (await api.put(A, aReport(), 0)).json;
  for (let k = 1; k < 12; k++) await api.put(A, aReport(A, 900 + k), k);
  const newest = (await api.call(A, 'GET', `/periods/2026/reports/${A}`)).json.sha256;
  const { id } = (await api.put(A, aReport(A, 899), 12)).json;
  await api.call('', 'GET', asked(sha256)); // names are read once in a while
  for (const [path, status] of [
    [asked(sha256), 200],
    [asked(newest), 200],
    [asked(WRONG), 404],
    [asked(WRONG, B), 404],
  ] as const) {
    looks.length = 0;
    expect((await api.call('', 'GET', path)).status).toBe(status);
    expect(looks).toEqual(['read']);
  }
  for (const [path, status, most] of [
    [byNumber(id), 200, 2],
    [byNumber('0000-0000'), 404, 1],
    [byNumber('0000-0000', B), 404, 1],
  ] as const) {
    looks.length = 0;
    expect((await api.call('', 'GET', path)).status).toBe(status);
    expect(looks).toEqual(Array.from({ length: most }, () => 'read'));
  }
});

test('a store from before there were proofs gets them at the start, once, and a submission meanwhile is right too', async () => {
  const whole = new MemoryTable();
  const api = await anApi(whole);
  const first = (await api.put(A, aReport(), 0)).json.sha256;
  const second = (await api.put(A, aReport(A, 960), 1)).json.sha256;
  await api.put(A, aReport(), 2);
  const [partition = ''] = await whole.partitions();
  const old = new MemoryTable();
  for (const { row, value } of await whole.list(partition, ''))
    if (!row.startsWith('proof') && !row.startsWith('receipt|')) await old.commit(partition, [{ kind: 'insert', row, value }]);
  const after = await anApi(old, new Date('2026-11-25T03:00:00Z'));
  const seen = async (sha256: string) => (await after.call('', 'GET', asked(sha256))).json;
  expect((await seen(first)).status).toBe(404);
  const third = (await after.put(A, aReport(A, 970), 3)).json.sha256;
  await fillProofs(old, [partition]);
  expect([await seen(first), await seen(second), await seen(third)]).toMatchObject([
    { version: 3, inForce: false },
    { version: 2, inForce: false },
    { version: 4, inForce: true },
  ]);
  const { table, asked: looks } = listening(old);
  await fillProofs(table, [partition]);
  expect(looks).toEqual(['read']);
});

test('a store gets proofs that say what its heads say, where versions or heads cannot be read too, and many at once', async () => {
  const whole = new MemoryTable();
  const api = await anApi(whole);
  const sent = [];
  for (const agency of [A, B])
    for (let k = 0; k < 3; k++) sent.push({ ...(await api.put(agency, aReport(agency, 900 + k), k)).json, agency });
  const partition = await partitionIn(whole);
  const old = new MemoryTable();
  const lost = new Set([`version|${A}|000003`, `head|${B}`]);
  for (const { row, value } of await whole.list(partition, ''))
    if (!row.startsWith('proof') && !row.startsWith('receipt|'))
      await old.commit(partition, [{ kind: 'insert', row, value: lost.has(row) ? { spoilt: true } : value }]);
  const { table, asked: looks } = listening(old);
  await fillProofs(table, [partition]);
  expect(looks.filter((name) => name === 'commit')).toHaveLength(3); // one an agency, and that it is done
  const after = await anApi(old);
  const seen = await Promise.all(
    sent
      .flatMap(({ agency, sha256, id }) => [asked(sha256, agency), byNumber(id, agency)])
      .map(async (path) => (await after.call('', 'GET', path)).json),
  );
  // Of B's head nothing can be read, so that nothing of it is in force.
  expect(seen.map(({ agency, version, inForce }) => `${agency} ${version} ${inForce}`)).toEqual(
    [`${A} 1 false`, `${A} 2 false`, `${A} 3 true`, `${B} 1 false`, `${B} 2 false`, `${B} 3 false`].flatMap((one) => [one, one]),
  );
});

test('a store that has proofs and no numbers of receipts gets these at the start, once', async () => {
  const whole = new MemoryTable();
  const api = await anApi(whole);
  const [one, two] = [(await api.put(A, aReport(), 0)).json, (await api.put(A, aReport(A, 960), 1)).json];
  const [partition = ''] = await whole.partitions();
  const old = new MemoryTable();
  for (const { row, value } of await whole.list(partition, ''))
    if (!row.startsWith('receipt|')) await old.commit(partition, [{ kind: 'insert', row, value: row === 'proofs' ? {} : value }]);
  const after = await anApi(old);
  const seen = async (number: string) => (await after.call('', 'GET', byNumber(number))).status;
  expect([await seen(one.id), await seen(two.id)]).toEqual([404, 404]);
  await fillProofs(old, [partition]);
  expect([await seen(one.id), await seen(two.id)]).toEqual([200, 200]);
  const { table, asked: looks } = listening(old);
  await fillProofs(table, [partition]);
  expect(looks).toEqual(['read']);
});
