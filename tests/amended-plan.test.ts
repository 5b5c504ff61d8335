import { fittingReport } from '../core/fitting-report.ts';
import { measureOf } from '../core/measures/measure-of.ts';
import { Agencies, type AgencyId } from '../core/plan/agency.ts';
import { checkPlan } from '../core/plan/checking/check-plan.ts';
import { PLAN_WARNINGS } from '../core/plan/checking/plan-fault.ts';
import { obligationsOf } from '../core/plan/obligations.ts';
import { Period } from '../core/plan/period.ts';
import { Plan } from '../core/plan/plan.ts';
import { planChanges } from '../core/plan/plan-changes.ts';
import { readReport } from '../core/reading/read-report.ts';
import { Report } from '../core/report.ts';
import { planChangeText } from '../core/wording/plan-changes.ts';
import { plainReport } from '../demo/made-up/plain-report.ts';
import { notePlan } from '../functions/periods/note-plan.ts';
import { MemoryTable } from '../functions/store/memory-table.ts';
import { defaultAgencies } from '../seeds/agencies.ts';
import { defaultPlan } from '../seeds/plan.ts';
import { buildAppendix } from '../templates/appendix/build-appendix.ts';
import { buildForm } from '../templates/form/build-form.ts';
import { formValuesOf } from '../templates/form/form-values.ts';
import { readWorkbook } from '../xlsx/read/read-workbook.ts';
import { type GeneratedPlan, generatedPlans } from './support/a-generated-plan.ts';
import { anApi, aReport } from './support/an-api.ts';
import { fc } from './support/properties.ts';
import { matrixOf, received } from './support/some-reports.ts';

const isSound = ({ plan, agencies: staff }: GeneratedPlan): boolean =>
  checkPlan({ plan: { ...plan, reporting: YEARLY }, agencies: staff }).every(({ rule }) =>
    PLAN_WARNINGS.some((warning) => warning === rule),
  );
const YEARLY = { to: 'Sở thứ 1', cutOff: '12-15', deadline: '12-31', utcOffset: '+07:00' };

const agencies = defaultAgencies();
const before = defaultPlan();
const PERIOD = Period.parse('2026');
const COMMUNE = 'XA-21211' as AgencyId;
const [RENAMED, ENDED, COUNTED, ADDED] = ['PL1.I.1.3', 'PL1.I.2.3', 'PL1.I.1.1', 'PL1.I.1.9'];

const rowWith = (id: string) => before.indicators.find((row) => row.id === id)!;
const amended = (over: Readonly<Record<string, object>>, more: readonly object[] = []): Plan =>
  Plan.parse({ ...before, indicators: [...before.indicators.map((row) => ({ ...row, ...over[row.id] })), ...more] });

const after = amended(
  {
    [RENAMED]: { name: 'Mức độ hài lòng của người dân (sửa đổi)', renamed: [rowWith(RENAMED).name] },
    [ENDED]: { until: '2026-06-30' },
  },
  [{ ...rowWith(RENAMED), id: ADDED, name: 'Chỉ tiêu bổ sung năm 2026' }],
);
const stated = amended({
  [COUNTED]: { measure: { kind: 'number', from: 'sum', unit: 'việc', decimals: 0, target: { op: 'at-least', value: 5 } }, targetText: '5' },
});

async function formReadUnder(plan: Plan, filled: string) {
  const obligations = obligationsOf(before, agencies, PERIOD);
  const values = new Map([[filled, { state: 'Có số liệu', numerator: 9, denominator: 10 }]]) as never;
  const book = readWorkbook(await buildForm({ obligations, agency: COMMUNE, values }));
  if (!book.ok) throw new Error('no workbook');
  return readReport(book.value, {
    plan,
    agencies,
    obligationsOf: (period) => obligationsOf(plan, agencies, period),
    expected: PERIOD,
    previous: null,
  });
}
const rulesOf = ({ findings }: Awaited<ReturnType<typeof formReadUnder>>, row: string) =>
  findings.filter((one) => one.row === row).map(({ rule, severity }) => `${severity} ${rule}`);

test('an amended plan is a plan without an error', () => {
  expect(checkPlan({ plan: after, agencies }).map(({ rule }) => rule)).toEqual([]);
});

test('a form from before the amendment is read: under a former name, of a row that has ended, without a row that was added', async () => {
  const renamed = await formReadUnder(after, RENAMED);
  expect(renamed.report?.indicators[RENAMED as never]).toEqual({ state: 'reported', numerator: 9, denominator: 10 });
  expect(rulesOf(renamed, RENAMED)).toEqual([]);
  expect(rulesOf(renamed, ADDED)).toEqual(['warning row-missing']);
  const ended = await formReadUnder(after, ENDED);
  expect(ended.report?.indicators).toEqual({});
  expect(rulesOf(ended, ENDED)).toEqual(['warning row-not-owed']);
});

test('an ended row is not asked for in periods that go on after its end', () => {
  const reporters = (text: string) => obligationsOf(after, agencies, Period.parse(text)).reporters.get(ENDED as never) ?? [];
  expect(reporters('2026')).toEqual([]);
  expect(obligationsOf(before, agencies, PERIOD).reporters.get(ENDED as never)?.length).toBeGreaterThan(0);
});

test('what is otherwise is told row by row', () => {
  expect(planChanges(before, before)).toEqual([]);
  expect(planChanges(before, after).map(planChangeText)).toEqual([
    `${RENAMED}: sửa tên (tên, tên cũ)`,
    `${ENDED}: kết thúc (ngày kết thúc)`,
    `${ADDED}: dòng mới`,
  ]);
  expect(planChanges(after, before).map(({ row, change }) => [row, change])).toContainEqual([ADDED, 'removed']);
  expect(planChanges(before, stated).map(planChangeText)).toEqual([`${COUNTED}: sửa: mục tiêu, cách tính`]);
});

test.each([
  ['rows renamed, ended and added', after],
  ['another kind of measure', stated],
  ['a row that is simply gone', Plan.parse({ ...before, indicators: before.indicators.filter(({ id }) => id !== COUNTED) })],
])('reports in force stay readable after an amendment: %s', async (_, plan) => {
  const store = new MemoryTable();
  const first = await anApi(store);
  await notePlan(first.deps);
  const receipt = (await first.put(COMMUNE, aReport(COMMUNE), 0)).json;
  const amendedApi = await anApi(store, new Date('2026-11-26T02:00:00Z'), { plan, agencies });
  await notePlan(amendedApi.deps);
  await notePlan(amendedApi.deps);
  const get = (path: string, headers = {}) => amendedApi.call('VPUB', 'GET', `/periods/2026/${path}`, { headers });
  const report = await get(`reports/${COMMUNE}`);
  expect([report.status, report.json.sha256]).toEqual([200, receipt.sha256]);
  expect(report.json.report.indicators[COUNTED]).toEqual(aReport(COMMUNE).indicators[COUNTED]);
  for (const path of [
    'status',
    'matrix',
    'appendix',
    'report',
    `reports/${COMMUNE}/form?values=current`,
    `reports/${COMMUNE}/document`,
    `reports/${COMMUNE}/versions`,
  ])
    expect([path, (await get(path, path === 'matrix' ? { accept: 'application/json' } : {})).status]).toEqual([path, 200]);
  const noted = (await get('audit')).json.entries.filter(({ action }: { action: string }) => action === 'plan-changed');
  expect(noted.map(({ changes }: { changes: object }) => changes)).toEqual([planChanges(before, plan)]);
  expect((await amendedApi.call('VPUB', 'POST', '/periods/2026/close', { body: {} })).status).toBe(200);
  expect((await amendedApi.call('VPUB', 'POST', '/periods/2026/publish', { body: {} })).status).toBe(200);
  expect((await amendedApi.call('', 'GET', '/public/2026')).status).toBe(200);
  expect([...first.errors, ...amendedApi.errors]).toEqual([]);
});

test('figures of any kind are shown in rows that are measured otherwise by now', async () => {
  await fc.assert(
    fc.asyncProperty(generatedPlans.filter(isSound), generatedPlans.filter(isSound), async (one, two) => {
      const [earlier, later] = [one, two].map(({ plan }) => Plan.parse({ ...plan, reporting: YEARLY }));
      const staff = Agencies.parse(one.agencies);
      const [own, other] = [earlier!, later!].map((plan) => obligationsOf(plan, staff, PERIOD));
      const reports = own!.agencies.map((agency) => Report.parse(plainReport(own!, agency)));
      const matrix = matrixOf(reports, other!, { previous: matrixOf(reports, own!) });
      const shown = matrix.indicators.map(({ why }) => why.sentence);
      for (const row of other!.plan.indicators) {
        const { figure, reaches } = measureOf(row);
        for (const report of reports) {
          const entry = report.indicators[row.id];
          if (entry?.state !== 'reported') continue;
          reaches(entry, report.agency);
          shown.push(figure.text(entry), figure.fullText(entry), String(figure.inPane(entry).value), String(figure.inMatrix(entry).value));
        }
      }
      expect(shown.filter((text) => /NaN|undefined|Infinity/.test(text))).toEqual([]);
      await buildAppendix({ obligations: other!, matrix, received: reports.map(received), receivedAt: new Map(), problems: new Map() });
      for (const { id } of other!.agencies) {
        const report = reports.find(({ agency }) => agency === id);
        const values = report && formValuesOf(fittingReport(report, other!.plan));
        const book = readWorkbook(await buildForm({ obligations: other!, agency: id, ...(values && { values }) }));
        expect(book.ok).toBe(true);
      }
    }),
    { numRuns: Number(process.env.PLANS ?? 4) },
  );
});

test('a closed period stays under the plan that it was closed under', async () => {
  const store = new MemoryTable();
  const first = await anApi(store);
  await notePlan(first.deps);
  await first.put(COMMUNE, aReport(COMMUNE), 0);
  await first.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  const later = await anApi(store, new Date('2026-12-26T02:00:00Z'), { plan: after, agencies });
  await notePlan(later.deps);
  const noted = async () =>
    (await later.call('VPUB', 'GET', '/periods/2026/audit')).json.entries.map(({ action }: { action: string }) => action);
  expect(await noted()).not.toContain('plan-changed');
  await later.call('VPUB', 'POST', '/periods/2026/reopen', { body: { reason: 'Đính chính' } });
  await notePlan(later.deps);
  expect(await noted()).toContain('plan-changed');
});
