import { Matrix } from '../../../core/matrix.ts';
import { XLSX } from '../../../core/media-types.ts';
import { Agencies, type AgencyId } from '../../../core/plan/agency.ts';
import { type Obligations, obligationsOf, owedBy } from '../../../core/plan/obligations.ts';
import { Plan, type RowId } from '../../../core/plan/plan.ts';
import { Settings, underSettings } from '../../../core/plan/settings.ts';
import type { Report } from '../../../core/report.ts';
import { checkReport } from '../../../core/rules/check-report.ts';
import { wireFinding } from '../../../core/wording/wire-finding.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { type FormValues, formValuesOf } from '../../../templates/form/form-values.ts';
import { readUpload } from '../../../templates/upload/read-upload.ts';
import { FINANCE, row, TINH_KHE } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';
import { fc } from '../../support/properties.ts';
import { someReports } from '../../support/some-reports.ts';

type Api = Awaited<ReturnType<typeof anApi>>;
const at = (agency: string, period = '2027') => `/periods/${period}/reports/${agency}/ground`;
const [SATISFIED, LED] = [row('PL1.I.1.3'), row('PL1.I.2.6')];
const OFF = 'XA-21034' as AgencyId;

/** What a browser makes of the ground that it was given. */
const inTheBrowser = (json: Record<string, unknown>) => {
  const [plan, agencies] = [Plan.parse(json.plan), Agencies.parse(json.agencies)];
  const { period } = json.period as { period: Obligations['period'] };
  return {
    plan,
    agencies,
    expected: period,
    obligationsOf: () => obligationsOf(plan, agencies, period),
    obligations: obligationsOf(plan, agencies, period),
    settings: Settings.parse(json.settings),
    previous: json.previous === null ? null : Matrix.parse(json.previous),
  };
};

const samples = (period: string, numRuns: number): Report[] => fc.sample(someReports(period), { seed: 6, numRuns }).flat();

/** The year 2026 closed with its figures, and 2027 open under settings of its own. */
async function theSecondYear(): Promise<Api> {
  const api = await anApi();
  const sent = new Set<string>();
  for (const report of samples('2026', 4)) {
    if (sent.has(report.agency)) continue;
    sent.add(report.agency);
    expect((await api.put(report.agency, report, 0)).status).toBe(201);
  }
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  await api.call('VPUB', 'POST', '/periods', { body: { period: '2027' } });
  const settings = {
    cutOff: '11-20',
    agencies: { [OFF]: { active: false } },
    reporters: { 'PL1.I.2.2': ['SBN', 'XA'] },
    rules: [
      { rule: 'row-left-blank', severity: 'hint' },
      { rule: 'done-with-evidence', severity: 'off' },
      { rule: 'both-counts', severity: 'warning' },
    ],
    waivers: [
      { agency: FINANCE, rule: 'part-within-whole', row: null, reason: 'Đã xác minh' },
      { agency: TINH_KHE, rule: 'fell-since-last-period', row: SATISFIED, reason: 'Việc riêng của xã' },
      { agency: TINH_KHE, rule: 'fell-since-last-period', row: LED, reason: 'Việc của dòng do Sở Nội vụ chủ trì' },
    ],
  };
  const headers = { 'if-match': '"0"' };
  const put = await api.call('VPUB', 'PUT', '/periods/2027/settings', { body: { settings, reason: 'Năm thứ hai' }, headers });
  expect(put.status).toBe(200);
  return api;
}

const FAULTS: readonly Partial<NonNullable<Report['indicators'][RowId]>>[] = [
  { state: 'reported', numerator: 30, denominator: 20 },
  { state: 'reported', numerator: 30 },
  { state: 'reported', numerator: 0, denominator: 0 },
  { state: 'reported' },
  { state: 'nothing-arose', numerator: 3, denominator: 4 },
  { state: 'no-figure' },
  { state: 'no-figure', explanation: 'Đang rà soát', numerator: 1, denominator: 2 },
  { state: 'reported', numerator: 1, denominator: 1000 },
];

/** The report with another fault in each row that counts. */
const faulty = (report: Report, { plan }: Obligations): Report => ({
  ...report,
  indicators: Object.fromEntries(
    Object.entries(report.indicators).map(([id, entry], k) => {
      const counts = plan.indicators.find((one) => one.id === id)?.measure.kind === 'pooled-ratio';
      return [id, counts ? FAULTS[(k + report.agency.length) % FAULTS.length] : entry];
    }),
  ) as Report['indicators'],
});

/** The report with nothing left of last year's parts. */
const fallen = (report: Report, previous: Matrix | null): Report => ({
  ...report,
  indicators: Object.fromEntries(
    (previous?.indicators ?? []).flatMap(({ id, cells }) => {
      const denominator = cells[report.agency]?.denominator;
      return denominator && id in report.indicators ? [[id, { state: 'reported', numerator: 0, denominator }]] : [];
    }),
  ) as Report['indicators'],
});

test('a report checked with its ground has the findings of the server, whatever is wrong with it', async () => {
  const api = await theSecondYear();
  const rules = new Set<string>();
  const versions = new Map<string, number>();
  for (const sound of samples('2027', 12)) {
    const { agency } = sound;
    if (agency === OFF) continue;
    const { obligations, settings, previous } = inTheBrowser((await api.call(agency, 'GET', at(agency))).json);
    for (const report of [sound, faulty(sound, obligations), fallen(sound, previous), { ...sound, indicators: {}, tasks: {} }]) {
      const told = await api.put(agency, report, versions.get(agency) ?? 0, { period: '2027' });
      if (told.status === 201) versions.set(agency, told.json.version);
      const found = checkReport(report, { obligations, agency, unread: new Set(), previous });
      const expected = underSettings(found, agency, settings).map(wireFinding);
      expect([agency, told.json.findings]).toEqual([agency, expected]);
      for (const { rule } of expected) rules.add(rule);
    }
  }
  expect([...rules].sort()).toEqual([
    'both-counts',
    'changed-hundredfold',
    'fell-since-last-period',
    'figure-needed',
    'lead-not-relevant',
    'no-figure-explained',
    'no-figure-with-figure',
    'nothing-arose-with-figure',
    'nothing-filled',
    'part-within-whole',
    'row-left-blank',
    'whole-not-zero',
  ]);
});

type Typed = NonNullable<ReturnType<FormValues['get']>>;

/** Values as they are typed where nobody looks: texts, dates and words in the wrong cells. */
const mistyped = (report: Report): FormValues =>
  new Map(
    [...formValuesOf(report)].map(([id, values], k): [RowId, Typed] => {
      if (values.numerator === undefined) return [id, k % 2 ? { ...values, issuedOn: 'tháng 5' } : { ...values, percent: 40 }];
      return [
        id,
        [{ numerator: '1.234' }, { numerator: 'khoảng 95' }, { denominator: -3 }, { state: 'có số liệu.' }, { state: '?' }][k % 5]!,
      ];
    }),
  );

test('a workbook read with its ground has the findings of the server, cell by cell', async () => {
  const api = await theSecondYear();
  const rules = new Set<string>();
  for (const report of samples('2027', 3).filter(({ agency }) => agency !== OFF)) {
    const { agency } = report;
    const ground = inTheBrowser((await api.call(agency, 'GET', at(agency))).json);
    for (const values of [formValuesOf(report), formValuesOf(faulty(report, ground.obligations)), mistyped(report)]) {
      const book = await buildForm({ obligations: ground.obligations, agency, values });
      const told = await api.call(agency, 'POST', `/periods/2027/reports/${agency}/workbook`, { body: book, type: XLSX });
      const read = readUpload(book, ground);
      expect([agency, read.report]).toEqual([agency, told.json.report]);
      expect([agency, underSettings(read.findings, agency, ground.settings).map(wireFinding)]).toEqual([agency, told.json.findings]);
      for (const { rule } of told.json.findings) rules.add(rule);
    }
  }
  expect([...rules]).toEqual(
    expect.arrayContaining(['count-as-text', 'count-negative', 'word-unknown', 'part-within-whole', 'whole-not-zero']),
  );
});

test('the ground holds the agency’s own figures and waivers, and no word of anybody else', async () => {
  const api = await theSecondYear();
  const { json } = await api.call(TINH_KHE, 'GET', at(TINH_KHE));
  const { indicators, ...rest } = json.previous;
  expect(rest).toEqual({
    plan: json.plan.id,
    period: '2026',
    asOf: '2026-11-25T02:00:00.000Z',
    agencies: { obliged: 1, received: 1, missing: [] },
    tasks: [],
  });
  expect(new Set(indicators.flatMap(({ cells }: { cells: object }) => Object.keys(cells)))).toEqual(new Set([TINH_KHE]));
  expect(json.settings.waivers.map(({ row }: { row: string }) => row)).toEqual([SATISFIED, LED]);
  expect([json.settings.agencies, json.settings.reporters]).toEqual([{}, {}]);
  expect(json.period).toEqual({
    period: '2027',
    state: 'open',
    closes: 0,
    from: '2026-12-15',
    cutOff: '2027-11-20',
    deadline: '2027-11-29',
    asOf: null,
  });
  expect(json.agencies.find(({ id }: { id: string }) => id === OFF).active).toBe(false);
  expect(owedBy(inTheBrowser(json).obligations, TINH_KHE).indicators.map(({ id }) => id)).toContain('PL1.I.2.2');
});

test('a lead is given its own rows alone, others nothing', async () => {
  const api = await anApi();
  await api.put(TINH_KHE, aReport(), 0);
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  await api.call('VPUB', 'POST', '/periods', { body: { period: '2027' } });
  const rowsFor = async (caller: string) =>
    (await api.call(caller, 'GET', at(TINH_KHE))).json.previous.indicators.map(({ id }: { id: string }) => id);
  expect(await rowsFor('SNV')).toEqual([LED]);
  expect((await rowsFor('SKHCN')).length).toBeGreaterThan(3);
  expect((await api.call(OFF, 'GET', at(TINH_KHE))).status).toBe(403);
  expect((await api.call(TINH_KHE, 'GET', at(TINH_KHE, '2028'))).status).toBe(404);
});

test('the ground says when it has changed: with the settings, not with anybody’s report', async () => {
  const api = await anApi();
  const { headers, json } = await api.call(TINH_KHE, 'GET', at(TINH_KHE, '2026'));
  expect(json.previous).toBeNull();
  const again = () => api.call(TINH_KHE, 'GET', at(TINH_KHE, '2026'), { headers: { 'if-none-match': headers.ETag! } });
  await api.put(TINH_KHE, aReport(), 0);
  const same = await again();
  expect([same.status, same.body, same.headers.ETag]).toEqual([304, null, headers.ETag]);
  const settings = { rules: [{ rule: 'part-within-whole', severity: 'warning' }] };
  await api.call('VPUB', 'PUT', '/periods/2026/settings', { body: { settings, reason: 'Nới' }, headers: { 'if-match': '"0"' } });
  expect((await again()).status).toBe(200);
});
