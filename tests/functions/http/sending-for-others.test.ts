import { XLSX } from '../../../core/media-types.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { agencies, obligationsIn, plan, TINH_KHE } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const [SENDER, STRANGER] = ['SYT', 'SNV'];
const OWN = `/periods/2026/reports/${TINH_KHE}`;
const register = {
  plan,
  agencies: agencies.map((agency) => (agency.id === SENDER ? { ...agency, submitsFor: [TINH_KHE] } : agency)),
};
const aService = () => anApi(undefined, undefined, register);
const sent = (version = 0) => ({
  'idempotency-key': `k${version}`,
  ...(version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` }),
});

test('an agency sends another’s report, as JSON and as its workbook, and the receipt names who sent', async () => {
  const api = await aService();
  const first = await api.call(SENDER, 'PUT', OWN, { body: aReport(TINH_KHE), headers: sent() });
  expect([first.status, first.json.agency, first.json.by]).toEqual([201, TINH_KHE, SENDER]);
  const workbook = await buildForm({ obligations: obligationsIn('2026'), agency: TINH_KHE });
  const second = await api.call(SENDER, 'PUT', OWN, { body: workbook, type: XLSX, headers: sent(1) });
  expect([second.status, second.json.by]).toEqual([201, SENDER]);
  const audit = (await api.call('SKHCN', 'GET', '/periods/2026/audit')).json.entries;
  expect(
    audit
      .filter(({ action }: { action: string }) => action === 'submit')
      .map(({ by, agency }: { by: string; agency: string }) => [by, agency]),
  ).toEqual(Array(2).fill([SENDER, TINH_KHE]));
});

test('it reads what it needs for that, and nobody else does', async () => {
  const api = await aService();
  await api.call(SENDER, 'PUT', OWN, { body: aReport(TINH_KHE), headers: sent() });
  for (const path of ['', '/ground', '/form', '/versions', '/document']) {
    const status = async (caller: string) => (await api.call(caller, 'GET', `${OWN}${path}`)).status;
    expect([path, await status(SENDER), await status('STP')]).toEqual([path, 200, 403]);
  }
  const strange = await api.call(STRANGER, 'PUT', OWN, { body: aReport(TINH_KHE), headers: sent(1) });
  const office = await api.call('SKHCN', 'PUT', OWN, { body: aReport(TINH_KHE), headers: sent(1) });
  const back = await api.call(TINH_KHE, 'PUT', `/periods/2026/reports/${SENDER}`, { body: aReport(SENDER), headers: sent() });
  expect([strange.status, office.status, back.status]).toEqual([403, 403, 403]);
});

test('who calls is told for whom it sends', async () => {
  const api = await aService();
  const name = agencies.find(({ id }) => id === TINH_KHE)?.name;
  expect((await api.call(SENDER, 'GET', '/me')).json.submitsFor).toEqual([{ agency: TINH_KHE, name }]);
  expect((await api.call(TINH_KHE, 'GET', '/me')).json.submitsFor).toEqual([]);
});
