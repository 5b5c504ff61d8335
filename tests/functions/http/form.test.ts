import { XLSX } from '../../../core/media-types.ts';
import { readUpload } from '../../../templates/upload/read-upload.ts';
import { context } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';
import { fc } from '../../support/properties.ts';
import { opened } from '../../templates/form/opened.ts';

const A = 'XA-21211';
const at = (period = '2026', query = '') => `/periods/${period}/reports/${A}/form${query}`;
type Api = Awaited<ReturnType<typeof anApi>>;

/** What stands in the form as its reader finds it. */
const filledIn = async (api: Api, path: string) => {
  const { status, body } = await api.call(A, 'GET', path);
  expect(status).toBe(200);
  const { report, findings } = readUpload(body as Uint8Array, context);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return report;
};
const blank = (period = '2026') => ({ ...aReport(), period, indicators: {}, tasks: {} });

test('the form comes blank while nothing was sent, then with the version in force', async () => {
  const api = await anApi();
  expect(await filledIn(api, at())).toEqual(blank());
  await api.put(A, aReport(), 0);
  expect(await filledIn(api, at())).toEqual(aReport());
  await api.put(A, aReport(A, 960), 1);
  expect(await filledIn(api, at('2026', '?values=current'))).toEqual(aReport(A, 960));
  expect(await filledIn(api, at('2026', '?values=none'))).toEqual(blank());
  expect(await filledIn(api, at('2026', '?values=previous'))).toEqual(blank());
});

test('the form is a file with a name, the same bytes each time, also for two at once', async () => {
  const api = await anApi();
  await api.put(A, aReport(), 0);
  const [one, other] = await Promise.all([api.call(A, 'GET', at()), api.call('VPUB', 'GET', at())]);
  expect(one.headers).toMatchObject({
    'Content-Type': XLSX,
    'Content-Disposition': `attachment; filename="phu-luc-${A}-2026.xlsx"`,
    'Cache-Control': 'no-store',
  });
  expect(Buffer.compare(one.body as Uint8Array, other.body as Uint8Array)).toBe(0);
});

/** 2026 with words beside its figures, and 2027 open. */
async function twoYears(): Promise<Api> {
  const api = await anApi();
  const report = aReport();
  report.indicators['PL1.I.1.3'] = { ...report.indicators['PL1.I.1.3'], explanation: 'Do sáp nhập', evidence: 'Báo cáo số 5' };
  report.indicators['PL1.I.1.1'] = { state: 'no-figure', explanation: 'Đang rà soát' };
  report.indicators['PL1.I.1.2'] = { state: 'nothing-arose' };
  report.tasks['PL2.II.1'] = {
    status: 'done',
    percent: 100,
    document: '12/KH-UBND',
    issuedOn: '2026-05-11',
    summary: 'Kế hoạch',
    note: 'Gấp',
  };
  expect((await api.put(A, report, 0)).status).toBe(201);
  for (const year of ['2027', '2028']) await api.call('VPUB', 'POST', '/periods', { body: { period: year } });
  return api;
}

/** What the form names of the period before, by row. */
async function namedFigures(api: Api, path: string, caller: string = A): Promise<Record<string, string>> {
  const { body } = await api.call(caller, 'GET', path);
  const { cells } = opened(body as Uint8Array).sheet('Phụ lục I');
  return Object.fromEntries(
    [...cells].flatMap(([place, { value }]) => {
      const [named] = /(?<=\n)Kỳ \d{4}: .*$/.exec(value) ?? [];
      return named ? [[cells.get(place.replace(/^[A-Z]+/, 'A'))?.value, named]] : [];
    }),
  );
}
const NAMED = {
  'PL1.I.1.3': 'Kỳ 2026: 950/1.000',
  'PL1.I.2.3': 'Kỳ 2026: 90/100',
  'PL1.I.2.4': 'Kỳ 2026: 90/100',
  'PL1.I.2.6': 'Kỳ 2026: 90/100',
  'PL1.I.2.7': 'Kỳ 2026: 90/100',
};

test('a new year’s form names the figures of the last, and nothing is filled in with them', async () => {
  const api = await twoYears();
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  for (const query of ['', '?values=previous']) {
    expect(await filledIn(api, at('2027', query))).toEqual(blank('2027'));
    expect(await namedFigures(api, at('2027', query))).toEqual(NAMED);
  }
  expect(await namedFigures(api, at('2027', '?values=none'))).toEqual({});
});

test('a form that names last figures is read without a word about them', async () => {
  const api = await twoYears();
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  const { body } = await api.call(A, 'GET', at('2027'));
  expect(readUpload(body as Uint8Array, context).findings.map(({ rule }) => rule)).toEqual(['nothing-filled']);
});

test('only a report that was accepted or frozen gives its figures to the next year', async () => {
  const api = await twoYears();
  expect(await namedFigures(api, at('2027'))).toEqual({});
  const review = { version: 1, decision: 'accept', remarks: {} };
  await api.call('SKHCN', 'POST', `/periods/2026/reports/${A}/review`, { body: review });
  expect(await namedFigures(api, at('2027'))).toEqual(NAMED);
});

const [B, NEW] = ['XA-21034', 'XA-99001'] as const;
const MERGED = {
  [NEW]: { name: 'UBND xã Tân Sơn', shortName: 'Xã Tân Sơn', kind: 'commune', succeeds: [A, B] },
  [A]: { active: false },
  [B]: { active: false },
};

/** The first year of the two with both reports, closed; they were merged in one of the years, in the first before the close. */
async function mergedIn(year: '2026' | '2027'): Promise<Api> {
  const api = await twoYears();
  await api.put(B, { ...aReport(B) }, 0);
  const merge = async () => {
    const etag = (await api.call('VPUB', 'GET', `/periods/${year}/settings`)).headers.ETag ?? '';
    const body = { settings: { agencies: MERGED }, reason: 'Nghị quyết' };
    expect((await api.call('VPUB', 'PUT', `/periods/${year}/settings`, { body, headers: { 'if-match': etag } })).status).toBe(200);
  };
  if (year === '2026') await merge();
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  if (year === '2027') await merge();
  return api;
}

test('the form of a successor names the sum of those that settings merged into it, as what the rules compare with', async () => {
  for (const [year, named] of [
    ['2027', 'Kỳ 2026: 1.900/2.000'],
    // who was merged away before the close has no figure in that year, whatever was sent before
    ['2026', undefined],
  ] as const) {
    const api = await mergedIn(year);
    const figures = await namedFigures(api, `/periods/2027/reports/${NEW}/form`, 'VPUB');
    const { previous } = (await api.call('VPUB', 'GET', `/periods/2027/reports/${NEW}/ground`)).json;
    const { cells } = previous.indicators.find(({ id }: { id: string }) => id === 'PL1.I.1.3');
    expect([figures['PL1.I.1.3'], cells[NEW]?.numerator]).toEqual([named, named && 1_900]);
  }
});

test('a row that continues another one names the figures of the one before', async () => {
  const api = await twoYears();
  await api.put(A, { ...aReport(), period: '2027' }, 0, { period: '2027' });
  await api.call('VPUB', 'POST', '/periods/2027/close', { body: {} });
  expect(await namedFigures(api, at('2028'))).toEqual({ 'PL1.II.1.1': 'Kỳ 2027: 950/1.000', 'PL1.II.2.5': 'Kỳ 2027: 90/100' });
});

test('the guide names the upload page of the server that was asked', async () => {
  const { body } = await (await anApi()).call(A, 'GET', at());
  const { parts, sheet } = opened(body as Uint8Array);
  expect([...sheet('Hướng dẫn').cells.values()].map(({ value }) => value)).toContainEqual(
    'Gửi tệp này trên trang nộp báo cáo: https://bieu.example/',
  );
  expect(parts['xl/worksheets/_rels/sheet3.xml.rels']).toContain('Target="https://bieu.example/"');
});

test('whoever asks for values that there are not is told which there are', async () => {
  const { status, json } = await (await anApi()).call(A, 'GET', at('2026', '?values=last'));
  expect([status, json.type, json.errors]).toEqual([
    400,
    'urn:phuluc:problem:invalid-request',
    [{ path: 'values', message: 'Dùng current, previous hoặc none.' }],
  ]);
});

test('OpenAPI tells what an address may ask, and that it need not', async () => {
  const { json } = await (await anApi()).call('', 'GET', '/openapi.json');
  expect(json.paths['/periods/{period}/reports/{agency}/form'].get.parameters.at(-1)).toEqual({
    name: 'values',
    in: 'query',
    required: false,
    schema: { default: 'current', type: 'string', enum: ['current', 'previous', 'none'] },
  });
});

const aDayFrom = (min: string, max: string) =>
  fc.date({ min: new Date(min), max: new Date(max), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));
const aDay = fc.oneof(aDayFrom('2000-01-01', '2099-12-31'), aDayFrom('0001-01-01', '9999-12-31'));
const aPercent = fc.oneof(
  fc.constantFrom(0, 100, 33.3, 99.99),
  fc.integer({ min: 0, max: 10_000 }).map((count) => count / 100),
);

test('whatever JSON is taken, the form filled with it is read as the same report', async () => {
  const api = await anApi();
  let version = 0;
  await fc.assert(
    fc.asyncProperty(aDay, aPercent, fc.integer({ min: 0, max: 999_999_999_999 }), async (issuedOn, percent, denominator) => {
      const report = aReport();
      report.indicators['PL1.I.1.3'] = { state: 'reported', numerator: Math.floor(denominator / 2), denominator: denominator + 1 };
      report.tasks['PL2.II.1'] = { status: 'in-progress', percent, document: '1/KH', issuedOn, note: 'Gấp' };
      const sent = await api.put(A, report, version);
      if (sent.status === 429) return void api.travel(new Date(api.deps.clock().getTime() + 86_400_000));
      const isOfThisCentury = issuedOn >= '2000-01-01' && issuedOn <= '2099-12-31';
      expect([issuedOn, sent.status]).toEqual([issuedOn, isOfThisCentury ? 201 : 400]);
      if (!isOfThisCentury)
        return void expect(sent.json.errors).toEqual([{ path: 'tasks.PL2.II.1.issuedOn', message: expect.any(String) }]);
      version++;
      const { body } = await api.call(A, 'GET', at('2026', '?values=current'));
      const read = await api.call(A, 'POST', `/periods/2026/reports/${A}/workbook`, { body, type: XLSX });
      expect(read.json.report).toEqual((await api.call(A, 'GET', `/periods/2026/reports/${A}`)).json.report);
    }),
    { numRuns: 25 },
  );
});

test.each(['2000-01-01', '2099-12-31'])('%s is a day that a document may be of', async (issuedOn) => {
  const api = await anApi();
  const report = aReport();
  report.tasks['PL2.II.1'] = { status: 'in-progress', percent: 1, issuedOn };
  expect((await api.put(A, report, 0)).status).toBe(201);
});
