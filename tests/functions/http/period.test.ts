import { XLSX } from '../../../core/media-types.ts';
import { StoreUnavailable } from '../../../functions/store/table.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const A = 'XA-21211';
const B = 'XA-21034';
const at = `/periods/2026/reports/${A}`;
const problem = ({ status, json }: { status: number; json: { type?: string } }) => `${status} ${json?.type?.split(':').at(-1)}`;

test('who may do what follows from agency and plan', async () => {
  const api = await anApi();
  await api.put(A, aReport(), 0);
  const review = { version: 1, decision: 'accept', remarks: {} };
  const asked = async (method: string, path: string, body?: unknown) => {
    const codes = [];
    for (const caller of ['', A, B, 'STP', 'SNV', 'SKHCN']) codes.push((await api.call(caller, method, path, { body })).status);
    return codes;
  };
  expect(await asked('GET', '/me')).toEqual([401, 200, 200, 200, 200, 200]);
  expect(await asked('GET', at)).toEqual([401, 200, 403, 403, 200, 200]);
  expect(await asked('GET', `${at}/ground`)).toEqual([401, 200, 403, 403, 200, 200]);
  expect(await asked('GET', `${at}/form`)).toEqual([401, 200, 403, 403, 403, 200]);
  expect(await asked('GET', '/periods/1999/reports/XA-21211')).toEqual([401, 404, 403, 403, 404, 404]);
  expect(await asked('GET', '/periods/2026/reports/KHONG-CO')).toEqual([401, 403, 403, 403, 404, 404]);
  expect(await asked('PUT', at, aReport())).toEqual([401, 400, 403, 403, 403, 403]);
  expect(await asked('POST', `${at}/review`, { ...review, decision: 'maybe' })).toEqual([401, 403, 403, 403, 400, 400]);
  expect(await asked('GET', '/periods/2026/matrix')).toEqual([401, 403, 403, 403, 200, 200]);
  for (const path of ['status', 'appendix', 'audit', 'settings'])
    expect(await asked('GET', `/periods/2026/${path}`)).toEqual([401, 403, 403, 403, 403, 200]);
  expect(await asked('GET', '/periods')).toEqual([401, 200, 200, 200, 200, 200]);
  expect(await asked('POST', '/periods', { period: '2026' })).toEqual([401, 403, 403, 403, 403, 200]);
  expect(await asked('GET', '/keys')).toEqual([401, 403, 403, 403, 403, 200]);
  expect(await asked('POST', '/periods/2026/close', {})).toEqual([401, 403, 403, 403, 403, 200]);
  expect(await asked('POST', '/periods/2026/reopen', { reason: 'x' })).toEqual([401, 403, 403, 403, 403, 200]);
  expect(await asked('DELETE', at)).toEqual([401, 405, 405, 405, 405, 405]);
  expect(await asked('GET', '/public')).toEqual([200, 200, 200, 200, 200, 200]);
  expect(await asked('GET', `/public/2026/proof?agency=${A}&sha256=${'0'.repeat(64)}`)).toEqual([404, 404, 404, 404, 404, 404]);
  expect(await asked('GET', '/health')).toEqual([200, 200, 200, 200, 200, 200]);
});

test('a lead sees its own rows alone, of the report, of the findings and of the matrix', async () => {
  const api = await anApi();
  await api.put(A, aReport(), 0);
  await api.call('SKHCN', 'POST', `${at}/review`, {
    body: { version: 1, decision: 'return', remarks: { 'PL1.I.1.3': 'Xem lại', 'PL1.I.2.6': 'Kiểm tra' } },
  });
  const whole = (await api.call('VPUB', 'GET', at)).json;
  const seen = (await api.call('SNV', 'GET', at)).json;
  expect([Object.keys(seen.report.indicators), seen.remarks, seen.partial, seen.sha256]).toEqual([
    ['PL1.I.2.6'],
    { 'PL1.I.2.6': { text: 'Kiểm tra', by: 'SKHCN', at: '2026-11-25T02:00:00.000Z', answered: null } },
    true,
    whole.sha256,
  ]);
  const matrix = (await api.call('SNV', 'GET', '/periods/2026/matrix')).json;
  expect([...matrix.indicators, ...matrix.tasks].map(({ id }: { id: string }) => id)).toEqual([
    'PL1.I.2.6',
    'PL1.II.2.4',
    'PL2.I.9',
    'PL2.VI.4',
    'PL2.VI.5',
  ]);
});

test('returned, corrected, accepted; a review needs the version in force', async () => {
  const api = await anApi();
  await api.put(A, aReport(), 0);
  const review = (caller: string, version: number, decision: string, remarks = {}) =>
    api.call(caller, 'POST', `${at}/review`, { body: { version, decision, remarks } });
  expect((await review('SNV', 1, 'return', { 'PL1.I.2.6': 'Kiểm tra mẫu số' })).json).toEqual({ state: 'returned' });
  expect(problem(await review('SNV', 1, 'return', { 'PL1.I.1.3': 'không phải dòng của tôi' }))).toBe('403 forbidden');
  expect((await api.call(A, 'GET', at)).json).toMatchObject({ state: 'returned', remarks: { 'PL1.I.2.6': { text: 'Kiểm tra mẫu số' } } });
  const corrected = aReport(A, 960);
  corrected.indicators['PL1.I.2.6'].denominator = 101;
  await api.put(A, corrected, 1);
  expect(problem(await review('SKHCN', 1, 'accept'))).toBe('412 stale-version');
  expect((await review('SNV', 2, 'accept')).json).toEqual({ state: 'submitted' });
  expect((await review('SKHCN', 2, 'accept')).json).toEqual({ state: 'accepted' });
  const { entries } = (await api.call('VPUB', 'GET', '/periods/2026/audit')).json;
  expect(entries.map(({ action }: { action: string }) => action)).toEqual(['submit', 'return', 'submit', 'accept', 'accept']);
});

test('a closed period is frozen: the matrix stays, what comes later is refused, published figures name no agency', async () => {
  const api = await anApi();
  const report = aReport();
  report.indicators['PL1.I.1.3'].explanation = 'lời của xã';
  const first = await api.put(A, report, 0, { key: 'k' });
  expect(problem(await api.call('', 'GET', '/public/2026'))).toBe('404 not-found');
  const closed = await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  expect([closed.status, (await api.call('SKHCN', 'POST', '/periods/2026/close', { body: { reason: 'x' } })).body]).toEqual([
    200,
    closed.body,
  ]);
  const frozen = await api.call('VPUB', 'GET', '/periods/2026/matrix');
  expect(problem(await api.put(A, aReport(A, 1), 0))).toBe('409 period-closed');
  expect(problem(await api.put(B, aReport(B), 0))).toBe('409 period-closed');
  expect((await api.put(A, report, 0, { key: 'k' })).json).toEqual(first.json);
  api.travel(new Date('2027-02-01T00:00:00Z'));
  expect((await api.call('VPUB', 'GET', '/periods/2026/matrix')).body).toBe(frozen.body);
  expect((await api.call('SKHCN', 'POST', '/periods/2026/publish')).status).toBe(200);
  const published = await api.call('', 'GET', '/public/2026');
  expect(published.json.indicators[2]).toMatchObject({
    id: 'PL1.I.1.3',
    target: '95%',
    verdict: 'met',
    result: { numerator: 950, denominator: 1000 },
  });
  expect(String(published.body)).not.toMatch(/XA-|lời của xã/);
  expect(problem(await api.call('VPUB', 'POST', '/periods/2026/reopen', { body: { reason: ' ' } }))).toBe('400 invalid-request');
  await api.call('VPUB', 'POST', '/periods/2026/reopen', { body: { reason: 'Đính chính' } });
  expect((await api.put(B, aReport(B), 0)).status).toBe(201);
  expect((await api.call('', 'GET', '/public/2026')).json).toMatchObject({ ...published.json, revising: true });
});

test('the matrix says when it has changed', async () => {
  const api = await anApi();
  await api.put(A, aReport(), 0);
  const { headers } = await api.call('VPUB', 'GET', '/periods/2026/matrix');
  const asked = () => api.call('VPUB', 'GET', '/periods/2026/matrix', { headers: { 'if-none-match': headers.ETag ?? '' } });
  expect((await asked()).status).toBe(304);
  await api.put(A, aReport(A, 1), 1);
  expect((await asked()).status).toBe(200);
});

test('CSV has a byte order mark, CRLF, words of the form, and no formula', async () => {
  const api = await anApi();
  const report = aReport();
  report.indicators['PL1.I.1.3'].explanation = '=HYPERLINK("http://x")';
  await api.put(A, report, 0);
  const text = String((await api.call('VPUB', 'GET', '/periods/2026/matrix', { headers: { accept: 'text/csv' } })).body);
  expect(text.startsWith('\ufeffMã,Chỉ tiêu,Cơ quan,Tên cơ quan,Tình trạng,Tử số,Mẫu số,Giá trị,Giải trình,Lần nộp,Thời điểm\r\n')).toBe(
    true,
  );
  expect(text).toContain(`,${A},UBND xã Tịnh Khê,Có số liệu,950,1000,,"'=HYPERLINK(""http://x"")",1,2026-11-25T02:00:00.000Z\r\n`);
  const book = await api.call('VPUB', 'GET', '/periods/2026/appendix');
  expect([book.status, book.headers['Content-Type']]).toEqual([200, XLSX]);
});

test('settings change who owes a row, and a rule that is wrong keeps nobody out', async () => {
  const api = await anApi();
  const put = (settings: unknown, tag: string) =>
    api.call('SKHCN', 'PUT', '/periods/2026/settings', { body: { settings, reason: 'Văn bản số 12' }, headers: { 'if-match': tag } });
  const blocked = aReport(A, 1001);
  expect(problem(await api.put(A, blocked, 0))).toBe('422 findings-block');
  const waivers = [{ agency: A, rule: 'part-within-whole', row: 'PL1.I.1.3', reason: 'Đã xác minh' }];
  expect((await put({ waivers, reporters: { 'PL1.I.2.2': ['SBN', 'XA'] } }, '"0"')).status).toBe(200);
  expect(problem(await put({}, '"0"'))).toBe('412 stale-version');
  expect(problem(await put({ reporters: { 'PL1.X.1': ['SBN'] } }, '"0"'))).toBe('400 invalid-request');
  const sent = await api.put(A, blocked, 0);
  expect([sent.status, sent.json.findings.map(({ rule, severity }: Record<string, string>) => `${severity} ${rule}`)]).toEqual([
    201,
    ['hint part-within-whole', 'warning row-left-blank'],
  ]);
  const { agencies } = (await api.call('SKHCN', 'GET', '/periods/2026/status')).json;
  expect(agencies.find(({ agency }: { agency: string }) => agency === A)).toMatchObject({ rowsFilled: 13, rowsOwed: 14 });
});

test('settings that would shut every consolidator out are refused whole, with each path', async () => {
  const api = await anApi();
  const settings = {
    agencies: { VPUB: { active: false }, SKHCN: { active: false } },
    deadline: '02-31',
    reporters: { 'PL1.I.1.3': ['SBM'] },
  };
  const body = { settings, reason: 'Thử' };
  const refused = await api.call('SKHCN', 'PUT', '/periods/2026/settings', { body, headers: { 'if-match': '"0"' } });
  const paths = refused.json.errors.map(({ path }: { path: string }) => path);
  expect([problem(refused), paths]).toEqual([
    '400 invalid-request',
    expect.arrayContaining(['settings.deadline', 'settings.agencies.VPUB', 'settings.agencies.SKHCN', 'settings.reporters.PL1.I.1.3.SBM']),
  ]);
  expect((await api.call('VPUB', 'GET', '/periods/2026/settings')).json.settings).toEqual({
    agencies: {},
    reporters: {},
    rules: [],
    waivers: [],
  });
  expect((await api.call('VPUB', 'GET', '/periods/2026/audit')).json.entries).toEqual([]);
});

test('an outage is told as one, without a trace of where', async () => {
  const api = await anApi();
  api.deps.table.read = () => Promise.reject(new StoreUnavailable('[read] "head": gone'));
  const answer = await api.call(A, 'GET', at);
  expect([problem(answer), answer.json.requestId, JSON.stringify(answer.json)]).toEqual([
    '503 unavailable',
    'test',
    expect.not.stringMatching(/gone|head/),
  ]);
  api.deps.table.read = () => Promise.reject(new TypeError('secret'));
  const bug = await api.call(A, 'GET', at);
  expect([problem(bug), JSON.stringify(bug.json)]).toEqual(['500 internal', expect.not.stringMatching(/secret/)]);
  expect(api.errors).toEqual(['StoreUnavailable: [read] "head": gone', 'TypeError: secret']);
});

test('OpenAPI names every route with its parameters, and every reference leads somewhere', async () => {
  const { json } = await (await anApi()).call('', 'GET', '/openapi.json');
  expect([json.openapi, json.servers, Object.keys(json.paths).length]).toEqual(['3.1.0', [{ url: '/api' }], expect.any(Number)]);
  expect(
    json.paths['/periods/{period}/reports/{agency}'].put.requestBody.content['application/json'].schema.properties.indicators,
  ).toBeDefined();
  for (const [path, item] of Object.entries<Record<string, { parameters: { name: string }[] }>>(json.paths))
    for (const { parameters } of Object.values(item))
      for (const [, name] of path.matchAll(/\{([^}]*)\}/g)) expect(parameters.map((one) => one.name)).toContain(name);
});
