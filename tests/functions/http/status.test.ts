import { XLSX } from '../../../core/media-types.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { owedBy } from '../../../core/plan/obligations.ts';
import { plainReport } from '../../../demo/made-up/plain-report.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { formValuesOf } from '../../../templates/form/form-values.ts';
import { obligationsIn, TINH_KHE } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';

type Api = Awaited<ReturnType<typeof anApi>>;
const DEPARTMENT = 'SNNMT' as AgencyId;
const at = '/periods/2026/status';
const lineOf = async (api: Api) =>
  (await api.call('VPUB', 'GET', at)).json.agencies.find(({ agency }: { agency: string }) => agency === TINH_KHE);
const reviewed = (api: Api, caller: string, decision: string, remarks = {}) =>
  api.call(caller, 'POST', `/periods/2026/reports/${TINH_KHE}/review`, { body: { version: 1, decision, remarks } });

test('the list tells of each agency who sent, what was accepted, and when it was returned with how many remarks', async () => {
  const api = await anApi();
  const nothing = { version: null, at: null, by: null, returnedAt: null, remarks: 0, acceptedRows: 0, rowsFilled: 0 };
  expect(await lineOf(api)).toEqual({
    agency: TINH_KHE,
    state: 'not-started',
    ...nothing,
    rowsOwed: 13,
    daysLate: 0,
    openWarnings: 0,
    warnings: 0,
  });
  await api.put(TINH_KHE, aReport(), 0);
  expect(await lineOf(api)).toMatchObject({ state: 'submitted', by: TINH_KHE, remarks: 0, acceptedRows: 0, returnedAt: null });
  await reviewed(api, 'SNV', 'accept');
  expect(await lineOf(api)).toMatchObject({ state: 'submitted', acceptedRows: 1 });
  api.travel(new Date('2026-11-26T02:00:00Z'));
  await reviewed(api, 'VPUB', 'return', { 'PL1.I.1.3': 'Kiểm tra lại', 'PL1.I.1.1': 'Thiếu tài liệu' });
  expect(await lineOf(api)).toMatchObject({ state: 'returned', returnedAt: '2026-11-26T02:00:00.000Z', remarks: 2, acceptedRows: 1 });
  await reviewed(api, 'VPUB', 'accept');
  expect(await lineOf(api)).toMatchObject({ state: 'accepted', returnedAt: null, remarks: 0, acceptedRows: 13 });
});

test('a row that an agency may leave out makes no more rows filled than it owes', async () => {
  const api = await anApi();
  const [task] = owedBy(obligationsIn('2026'), DEPARTMENT).optionalTasks;
  const { plan, period } = aReport();
  const report = { plan, period, agency: DEPARTMENT, indicators: {}, tasks: { [task!.id]: { status: 'in-progress', percent: 40 } } };
  expect((await api.put(DEPARTMENT, report, 0)).status).toBe(201);
  const { agencies } = (await api.call('VPUB', 'GET', at)).json;
  expect(agencies.find(({ agency }: { agency: string }) => agency === DEPARTMENT)).toMatchObject({ rowsFilled: 0, rowsOwed: 18 });
});

test('a workbook that a consolidator took in names the consolidator', async () => {
  const api = await anApi();
  const book = await buildForm({ obligations: obligationsIn('2026'), agency: TINH_KHE, values: formValuesOf(aReport()) });
  await api.call('SKHCN', 'POST', '/periods/2026/intake', { body: book, type: XLSX, headers: { 'idempotency-key': 'k' } });
  expect(await lineOf(api)).toMatchObject({ state: 'submitted', by: 'SKHCN' });
});

test('who holds the list asks again for nothing until a report or a review changes it', async () => {
  const api = await anApi();
  const seen = new Set<string>();
  const changed = async () => {
    const { headers } = await api.call('VPUB', 'GET', at);
    const again = await api.call('VPUB', 'GET', at, { headers: { 'if-none-match': headers.ETag! } });
    expect([again.status, again.body, again.headers.ETag]).toEqual([304, null, headers.ETag]);
    const before = seen.size;
    return seen.add(headers.ETag!).size > before;
  };
  expect(await changed()).toBe(true);
  await api.put(TINH_KHE, aReport(), 0);
  expect(await changed()).toBe(true);
  expect(await changed()).toBe(false);
  await reviewed(api, 'VPUB', 'return', { 'PL1.I.1.3': 'Kiểm tra lại' });
  expect(await changed()).toBe(true);
  await reviewed(api, 'VPUB', 'accept');
  expect(await changed()).toBe(true);
});

test('whoever may not see the list is not told that it is unchanged', async () => {
  const api = await anApi();
  const { headers } = await api.call('VPUB', 'GET', at);
  for (const caller of [TINH_KHE, 'SNV'])
    expect((await api.call(caller, 'GET', at, { headers: { 'if-none-match': headers.ETag! } })).status).toBe(403);
});

test('a denominator a hundred times last year’s is an open warning until its row has a reason, and stays named', async () => {
  const api = await anApi();
  await api.put(TINH_KHE, aReport(), 0);
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  await api.call('VPUB', 'POST', '/periods', { body: { period: '2027' } });
  const report = { ...aReport(), period: '2027' };
  const sent = async (entry: object, expected: number) => {
    const told = await api.put(TINH_KHE, { ...report, indicators: { ...report.indicators, 'PL1.I.1.3': entry } }, expected, {
      period: '2027',
    });
    const { agencies } = (await api.call('VPUB', 'GET', '/periods/2027/status')).json;
    const rules = told.json.findings.map(({ rule }: { rule: string }) => rule);
    return [told.status, rules, agencies.find(({ agency }: { agency: string }) => agency === TINH_KHE).openWarnings];
  };
  const entry = { state: 'reported', numerator: 95_000, denominator: 100_000 };
  expect(await sent(entry, 0)).toEqual([201, ['changed-hundredfold'], 1]);
  expect(await sent({ ...entry, explanation: 'Tính cả hồ sơ của thôn' }, 1)).toEqual([201, ['changed-hundredfold'], 0]);
  expect(await sent({ ...entry, denominator: 99_999 }, 2)).toEqual([201, [], 0]);
});

test('a warning that asks for no reason is counted too: in the list, and for the lead of its row alone', async () => {
  const api = await anApi();
  const all = obligationsIn('2026');
  const { lead, other, agency, row } = all.agencies
    .flatMap(({ id }) =>
      owedBy(all, id).tasks.flatMap(({ id: row, leads }) => {
        const lead = leads.find((one) => one !== id && all.agency.has(one as AgencyId));
        const other = all.plan.tasks
          .flatMap((task) => task.leads)
          .find((one) => !leads.includes(one) && one !== id && all.agency.has(one as AgencyId));
        return lead && other ? [{ lead, other, agency: id, row }] : [];
      }),
    )
    .at(0)!;
  const report = plainReport(all, all.agency.get(agency)!);
  const ahead = { status: 'done', percent: 100, document: '12/QĐ-UBND', issuedOn: '2098-11-30', summary: 'Ban hành quy chế' };
  const sent = await api.put(agency, { ...report, tasks: { ...report.tasks, [row]: ahead } }, 0);
  expect(sent.json.findings.map(({ rule, row: at }: Record<string, string>) => `${rule} ${at}`)).toEqual([`date-ahead ${row}`]);
  const listed = async (caller: string, path: string) =>
    (await api.call(caller, 'GET', path)).json.agencies.find((line: { agency: string }) => line.agency === agency);
  expect(await listed('VPUB', at)).toMatchObject({ openWarnings: 0, warnings: 1 });
  expect(await listed('VPUB', '/periods/2026/review')).toMatchObject({ warnings: 1 });
  expect(await listed(lead, '/periods/2026/review')).toMatchObject({ warnings: 1 });
  expect((await listed(other, '/periods/2026/review'))?.warnings ?? 0).toBe(0);
});

test('as many warnings as the lists tell are read in the report that opens, by the offices and by each lead, waived ones and none else left out', async () => {
  const api = await anApi();
  const all = obligationsIn('2026');
  const waiver = { agency: TINH_KHE, rule: 'date-ahead', row: null, reason: 'Ban hành theo lộ trình' };
  const body = { settings: { waivers: [waiver] }, reason: 'Miễn trừ' };
  await api.call('VPUB', 'PUT', '/periods/2026/settings', { body, headers: { 'if-match': '"0"' } });
  const senders = [...all.agencies.slice(0, 12).map(({ id }) => id), TINH_KHE];
  for (const [k, agency] of senders.entries()) {
    const { tasks, indicators, ...rest } = plainReport(all, all.agency.get(agency)!);
    const odd = {
      indicators: Object.fromEntries(
        Object.entries(indicators).map(([row, entry]) =>
          entry && 'denominator' in entry && k % 3 === 0 ? [row, { ...entry, denominator: 5_000_000 }] : [row, entry],
        ),
      ),
      tasks: Object.fromEntries(
        Object.entries(tasks).map(([row, entry], at) =>
          at % 2 === 0
            ? [row, { ...entry, status: 'not-relevant' }]
            : [row, { ...entry, status: 'done', percent: 100, issuedOn: '2098-11-30' }],
        ),
      ),
    };
    expect((await api.put(agency, { ...rest, ...odd }, 0)).status).toBe(201);
  }
  const isWarning = ({ severity }: { severity: string }): boolean => severity === 'warning';
  const counted: number[] = [];
  for (const [caller, path] of [
    ['VPUB', at],
    ['VPUB', '/periods/2026/review'],
    ...[...new Set([...all.leads.values()].flat())].map((lead) => [lead, '/periods/2026/review'] as const),
  ] as const) {
    const listed = await api.call(caller, 'GET', path);
    if (listed.status === 403) continue;
    for (const { agency, warnings, version } of listed.json.agencies) {
      if (version === null) continue;
      const report = await api.call(caller, 'GET', `/periods/2026/reports/${agency}`);
      if (report.status === 200)
        expect([caller, path, agency, warnings]).toEqual([caller, path, agency, report.json.findings.filter(isWarning).length]);
      counted.push(warnings);
    }
  }
  expect(Math.max(...counted)).toBeGreaterThan(2);
});
