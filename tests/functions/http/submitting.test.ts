import { XLSX } from '../../../core/media-types.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { formValuesOf } from '../../../templates/form/form-values.ts';
import { obligationsIn } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const A = 'XA-21211';
const at = `/periods/2026/reports/${A}`;
const problem = ({ status, json }: { status: number; json: { type?: string } }) => `${status} ${json?.type?.split(':').at(-1)}`;

test('a report is acknowledged once, and the same call again gets the same receipt', async () => {
  const api = await anApi();
  const first = await api.put(A, aReport(), 0, { key: 'k1' });
  expect(first.status).toBe(201);
  expect(first.json).toMatchObject({ plan: 'QNG-CQS-2026-2030', period: '2026', agency: A, version: 1, by: A, findings: [] });
  const again = await api.put(A, aReport(), 0, { key: 'k1' });
  expect([again.status, again.json]).toEqual([200, first.json]);
  expect(problem(await api.put(A, aReport(A, 1), 0, { key: 'k1' }))).toBe('422 idempotency-key-reused');
});

test('a version says who drew it up, as its sender named them', async () => {
  const api = await anApi();
  const named = (name: string) => ({ 'idempotency-key': name, 'prepared-by': name });
  const first = await api.call(A, 'PUT', at, {
    body: aReport(),
    headers: { ...named(encodeURIComponent(' Nguyễn\u202e Thị\n Ánh ')), 'if-none-match': '*' },
  });
  expect(first.json.preparedBy).toBe('Nguyễn Thị Ánh');
  for (const [over, header] of [
    ['"1"', '%E1%B'],
    ['"2"', `%41${'B'.repeat(2_000)}`],
  ] as const) {
    const next = await api.call(A, 'PUT', at, {
      body: aReport(A, 900 + Number(over[1])),
      headers: { ...named(header), 'idempotency-key': over, 'if-match': over },
    });
    expect([next.status, 'preparedBy' in next.json]).toEqual([201, false]);
  }
  const { versions } = (await api.call(A, 'GET', `${at}/versions`)).json;
  expect(versions.map(({ preparedBy }: { preparedBy?: string }) => preparedBy)).toEqual(['Nguyễn Thị Ánh', undefined, undefined]);
  expect((await api.call('VPUB', 'GET', `${at}/versions/1`)).json.preparedBy).toBe('Nguyễn Thị Ánh');
  expect((await api.call('SNV', 'GET', `${at}/versions/1`)).json.preparedBy).toBeUndefined();
});

test('twenty equal calls at once make one version', async () => {
  const api = await anApi();
  const answers = await Promise.all(Array.from({ length: 20 }, () => api.put(A, aReport(), 0, { key: 'k' })));
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(19).fill(200), 201]);
  expect((await api.call(A, 'GET', `${at}/versions`)).json.versions).toHaveLength(1);
});

test('what is refused does not use up its key and leaves nothing', async () => {
  const api = await anApi();
  const blocked = aReport(A, 1001);
  expect(problem(await api.put(A, blocked, 0, { key: 'k' }))).toBe('422 findings-block');
  expect(problem(await api.put(A, aReport(), 7, { key: 'k' }))).toBe('412 stale-version');
  expect(problem(await api.put(A, { ...aReport(), period: '2027' }, 0, { key: 'k' }))).toBe('400 invalid-report');
  expect(problem(await api.call(A, 'PUT', at, { body: aReport(), headers: { 'idempotency-key': 'k' } }))).toBe('428 precondition-required');
  expect(problem(await api.call(A, 'PUT', at, { body: aReport(), headers: { 'if-none-match': '*' } }))).toBe('400 idempotency-key-missing');
  expect(problem(await api.call(A, 'GET', at))).toBe('404 not-found');
  expect((await api.put(A, aReport(), 0, { key: 'k' })).status).toBe(201);
});

test.each([
  ['cut-off JSON', '{"plan":'],
  ['a list', '[]'],
  ['a count as text', { ...aReport(), indicators: { 'PL1.I.1.3': { state: 'reported', numerator: '9', denominator: 10 } } }],
  ['a fraction', { ...aReport(), indicators: { 'PL1.I.1.3': { state: 'reported', numerator: 9.5, denominator: 10 } } }],
  ['an unknown row', { ...aReport(), indicators: { 'PL1.X.9': { state: 'nothing-arose' } } }],
  ['an answer where counts are asked', { ...aReport(), indicators: { 'PL1.I.1.3': { state: 'reported', value: true } } }],
  ['another agency', aReport('XA-21034')],
  ['a member nobody knows', { ...aReport(), role: 'consolidator' }],
  [
    'a prototype as a row',
    `{"plan":"QNG-CQS-2026-2030","period":"2026","agency":"${A}","indicators":{"__proto__":{"state":"nothing-arose"}},"tasks":{}}`,
  ],
  [
    'a prototype as a row, its letters escaped',
    `{"plan":"QNG-CQS-2026-2030","period":"2026","agency":"${A}","indicators":{"\\u005f_pr\\u006Fto_\\u005F":{"state":"nothing-arose"}},"tasks":{}}`,
  ],
  [
    'a text longer than a cell holds',
    { ...aReport(), indicators: { 'PL1.I.1.3': { state: 'no-figure', explanation: 'x'.repeat(40_000) } } },
  ],
])('%s is no report', async (_, body) => {
  const answer = await (await anApi()).put(A, body, 0);
  expect(problem(answer)).toBe('400 invalid-report');
  expect(answer.json.errors[0]).toEqual({ path: expect.any(String), message: expect.any(String) });
});

test('rows that are not owed are left out with a warning, texts are stored composed', async () => {
  const api = await anApi();
  const report = aReport();
  report.indicators['PL1.I.1.3'].explanation = 'Đã rà soát'.normalize('NFD');
  report.indicators['PL1.I.2.1'] = { state: 'reported', numerator: 1, denominator: 1 };
  const { json } = await api.put(A, report, 0);
  expect(json.findings).toMatchObject([{ rule: 'row-not-owed', severity: 'warning', row: 'PL1.I.2.1' }]);
  const stored = (await api.call(A, 'GET', at)).json;
  expect([stored.report.indicators['PL1.I.2.1'], stored.report.indicators['PL1.I.1.3'].explanation]).toEqual([undefined, 'Đã rà soát']);
});

test('a workbook is checked without storing it, then submitted; its figures know their cells', async () => {
  const api = await anApi();
  const values = formValuesOf(aReport());
  const book = await buildForm({ obligations: obligationsIn('2026'), agency: A as never, values });
  const checked = await api.call(A, 'POST', `${at}/workbook`, { body: book, type: XLSX });
  expect([checked.status, checked.json.report, checked.json.findings]).toEqual([200, aReport(), []]);
  expect(problem(await api.call(A, 'GET', at))).toBe('404 not-found');
  expect((await api.put(A, book, 0, { type: XLSX })).status).toBe(201);
  const matrix = (await api.call('VPUB', 'GET', '/periods/2026/matrix')).json;
  expect(matrix.indicators[2].cells[A].source).toMatchObject({
    version: 1,
    by: A,
    sheet: 'Phụ lục I',
    cell: expect.stringMatching(/^I\d+$/),
  });
});

test('another agency’s workbook, and what is no workbook, are refused for what they are', async () => {
  const api = await anApi();
  const book = await buildForm({ obligations: obligationsIn('2026'), agency: 'XA-21034' as never });
  const foreign = await api.put(A, book, 0, { type: XLSX });
  expect([problem(foreign), foreign.json.findings[0].rule]).toEqual(['422 findings-block', 'identity-other-agency']);
  expect(problem(await api.put(A, 'Mã,Tử số', 0, { type: XLSX }))).toBe('422 not-a-workbook');
  expect(problem(await api.put(A, 'hello', 0, { type: 'text/plain' }))).toBe('415 unsupported-media-type');
});

test('a consolidator takes in a workbook that came by mail, on the record', async () => {
  const api = await anApi();
  const book = await buildForm({ obligations: obligationsIn('2026'), agency: A as never, values: formValuesOf(aReport()) });
  const intake = () =>
    api.call('SKHCN', 'POST', '/periods/2026/intake', { body: book, type: XLSX, headers: { 'idempotency-key': 'thư số 1' } });
  const [first, again] = [await intake(), await intake()];
  expect([first.status, first.json.agency, first.json.by, again.status, again.json]).toEqual([201, A, 'SKHCN', 200, first.json]);
  const { entries } = (await api.call('VPUB', 'GET', '/periods/2026/audit')).json;
  expect(entries).toMatchObject([{ action: 'submit', agency: A, version: 1, by: 'SKHCN', intake: true }]);
  expect(problem(await api.call(A, 'POST', '/periods/2026/intake', { body: book, type: XLSX, headers: { 'idempotency-key': 'x' } }))).toBe(
    '403 forbidden',
  );
});

test('lateness is counted in Viet Nam, whatever the server’s zone', async () => {
  const days = async (now: string) => {
    const api = await anApi(undefined, new Date(now));
    await api.put(A, aReport(), 0);
    return (await api.call('VPUB', 'GET', '/periods/2026/status')).json.agencies.find(({ agency }: { agency: string }) => agency === A)
      .daysLate;
  };
  expect(await Promise.all([days('2026-11-29T16:59:59Z'), days('2026-11-29T17:00:01Z')])).toEqual([0, 1]);
});
