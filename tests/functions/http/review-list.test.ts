import { leadRows } from '../../../functions/identity/rights.ts';
import { plan } from '../../support/a-form.ts';
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
