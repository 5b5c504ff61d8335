import { defaultAgencies } from '../../../seeds/agencies.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const [heavy, ...others] = defaultAgencies()
  .filter(({ kind, active }) => kind === 'commune' && active)
  .slice(0, 5)
  .map(({ id }) => id as string);
const ROW = 'PL1.I.1.3';
type Api = Awaited<ReturnType<typeof anApi>>;

/** Five communes: the first states a telephone number as a whole, the others 1.000 each. */
async function fiveReports(): Promise<Api> {
  const api = await anApi();
  for (const agency of [heavy!, ...others]) {
    const report = aReport(agency);
    if (agency === heavy) report.indicators[ROW] = { state: 'reported', numerator: 900_000_000, denominator: 905_123_456 };
    expect((await api.put(agency, report, 0)).status).toBe(201);
  }
  return api;
}
const openWarnings = async (api: Api) =>
  Object.fromEntries(
    (await api.call('VPUB', 'GET', '/periods/2026/status')).json.agencies
      .filter(({ openWarnings }: { openWarnings: number }) => openWarnings > 0)
      .map(({ agency, openWarnings }: { agency: string; openWarnings: number }) => [agency, openWarnings]),
  );
const rulesSeenBy = async (api: Api, caller: string, path: string) =>
  (await api.call(caller, 'GET', `/periods/2026/reports/${heavy}${path}`)).json.findings.map(
    ({ rule, row }: Record<string, string>) => `${rule} ${row}`,
  );

test('a whole above those of all others together is an open warning of its agency, from the fifth figure on', async () => {
  const api = await fiveReports();
  expect(await openWarnings(api)).toEqual({ [heavy!]: 1 });
  const four = await anApi();
  for (const agency of [heavy!, ...others.slice(1)]) {
    const report = aReport(agency);
    if (agency === heavy) report.indicators[ROW] = { state: 'reported', numerator: 1, denominator: 905_123_456 };
    await four.put(agency, report, 0);
  }
  expect(await openWarnings(four)).toEqual({});
});

test('it is gone when the figure is fixed, though nobody else sent anything', async () => {
  const api = await fiveReports();
  expect((await api.put(heavy!, aReport(heavy), 1)).status).toBe(201);
  expect(await openWarnings(api)).toEqual({});
});

test('those who see all reports see it at the row; the lead of another row does not, and the agency itself learns nothing of the others’ figures', async () => {
  const api = await fiveReports();
  for (const path of ['', '/versions/1']) {
    expect(await rulesSeenBy(api, 'VPUB', path)).toContain(`outweighs-others ${ROW}`);
    expect(await rulesSeenBy(api, 'SNV', path)).not.toContain(`outweighs-others ${ROW}`);
    expect(await rulesSeenBy(api, heavy!, path)).not.toContain(`outweighs-others ${ROW}`);
  }
});

test('where it is waived, it is a hint and no open warning', async () => {
  const api = await fiveReports();
  const settings = { waivers: [{ agency: heavy, rule: 'outweighs-others', row: null, reason: 'Đã đối chiếu' }] };
  await api.call('VPUB', 'PUT', '/periods/2026/settings', { body: { settings, reason: 'Đã đối chiếu' }, headers: { 'if-match': '"0"' } });
  expect(await openWarnings(api)).toEqual({});
});
