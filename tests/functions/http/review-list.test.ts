import type { AgencyId } from '../../../core/plan/agency.ts';
import { owedBy } from '../../../core/plan/obligations.ts';
import { leadRows } from '../../../functions/identity/rights.ts';
import { obligationsIn, plan } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const [A, B] = ['XA-21211', 'XA-21034'];
const OWN_ROW = 'PL1.I.2.6';
const list = async (api: Awaited<ReturnType<typeof anApi>>, caller: string) =>
  (await api.call(caller, 'GET', '/periods/2026/review')).json.agencies as { agency: string }[];
const lineOf = async (api: Awaited<ReturnType<typeof anApi>>, caller: string, agency: string) =>
  (await list(api, caller)).find((line) => line.agency === agency);

test('a lead sees what is left to review in its rows, of other agencies alone', async () => {
  const api = await anApi();
  await api.put(A, aReport(), 0);
  expect(await lineOf(api, 'SNV', A)).toMatchObject({ state: 'submitted', version: 1, rowsSaid: 1, rowsAccepted: 0 });
  expect(await lineOf(api, 'SNV', 'SNV')).toBeUndefined();
  expect(await lineOf(api, 'SNV', B)).toMatchObject({ state: 'not-started', version: null, rowsSaid: 0 });
  await api.call('SNV', 'POST', `/periods/2026/reports/${A}/review`, { body: { version: 1, decision: 'accept' } });
  expect(await lineOf(api, 'SNV', A)).toMatchObject({ state: 'submitted', rowsSaid: 1, rowsAccepted: 1 });
  expect(await lineOf(api, 'VPUB', A)).toMatchObject({ rowsAccepted: 1 });
  const rows = new Set<string>(leadRows(plan, 'SNV' as never));
  expect(rows.has(OWN_ROW)).toBe(true);
});

test('a lead accepts many at once in its rows, and returns many with a remark at one of them', async () => {
  const api = await anApi();
  for (const agency of [A, B]) await api.put(agency, aReport(agency), 0);
  const bulk = (caller: string, body: object) => api.call(caller, 'POST', '/periods/2026/review/bulk', { body });
  const reports = [A, B].map((agency) => ({ agency, version: 1 }));
  const accepted = await bulk('SNV', { decision: 'accept', reports });
  expect(accepted.json.reports.map(({ state }: { state: string }) => state)).toEqual(['submitted', 'submitted']);
  expect((await bulk('SNV', { decision: 'return', reports, remark: 'Xem lại' })).status).toBe(403);
  expect((await bulk('SNV', { decision: 'return', reports, remark: 'Xem lại', row: 'PL1.I.1.1' })).status).toBe(403);
  expect((await bulk('VPUB', { decision: 'return', reports, remark: 'Xem lại', row: 'PL1.KHONG.CO' })).status).toBe(400);
  const returned = await bulk('SNV', { decision: 'return', reports, remark: 'Xem lại', row: OWN_ROW });
  expect(returned.json.reports.map(({ state }: { state: string }) => state)).toEqual(['returned', 'returned']);
  const { remarks } = (await api.call('VPUB', 'GET', `/periods/2026/reports/${B}`)).json;
  expect(Object.keys(remarks)).toEqual([OWN_ROW]);
  expect((await bulk(A, { decision: 'accept', reports })).status).toBe(403);
});

// Departments may declare the finance department's task their own; only some of them do.
const SHARED_TASK = 'PL2.II.4';

test('a task that an agency may declare its own is owed by nobody: in the list of reviews as in the status', async () => {
  const api = await anApi();
  const { optionalTasks, tasks } = owedBy(obligationsIn('2026'), 'SNV' as AgencyId);
  expect(optionalTasks.map(({ id }) => id)).toContain(SHARED_TASK);
  const listed = async () => (await list(api, 'STC')).map(({ agency }) => agency);
  const before = await listed();
  expect(before).not.toContain('SNV');
  const said = { status: 'in-progress', percent: 40 };
  const report = { ...aReport('SNV'), indicators: {}, tasks: { [SHARED_TASK]: said, [tasks[0]!.id]: said } };
  expect((await api.put('SNV', report, 0)).status).toBe(201);
  await api.put(A, aReport(), 0);
  expect(await lineOf(api, 'STC', 'SNV')).toMatchObject({ state: 'submitted', rowsOwed: 0, rowsFilled: 0, rowsSaid: 1 });
  expect(await listed()).toEqual(expect.arrayContaining([...before, 'SNV']));
  const status = (await api.call('VPUB', 'GET', '/periods/2026/status')).json.agencies as Record<string, unknown>[];
  const reviews = (await list(api, 'VPUB')) as unknown as Record<string, unknown>[];
  const counted = (lines: Record<string, unknown>[]) => lines.map(({ agency, rowsOwed, rowsFilled }) => ({ agency, rowsOwed, rowsFilled }));
  expect(counted(reviews)).toEqual(counted(status));
  expect(await lineOf(api, 'VPUB', 'SNV')).toMatchObject({ rowsFilled: 1, rowsSaid: 2 });
});
