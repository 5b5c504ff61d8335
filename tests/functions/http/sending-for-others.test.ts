import { XLSX } from '../../../core/media-types.ts';
import { Agencies } from '../../../core/plan/agency.ts';
import { buildForm } from '../../../templates/form/build-form.ts';
import { agencies, obligationsIn, plan, TINH_KHE } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const [SENDER, STRANGER] = ['SYT', 'SNV'] as const;
const OWN = `/periods/2026/reports/${TINH_KHE}`;
const aService = (sender: string = SENDER, submitsFor: readonly string[] = [TINH_KHE]) =>
  anApi(undefined, undefined, {
    plan,
    agencies: Agencies.parse(agencies.map((agency) => (agency.id === sender ? { ...agency, submitsFor } : agency))),
  });
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

test('who sends a report judges none of its rows, though it leads some', async () => {
  const led = 'PL1.I.2.6';
  const lead = plan.indicators.find(({ id }) => id === led)!.leads[0]!;
  const api = await aService(lead);
  await api.call(lead, 'PUT', OWN, { body: aReport(TINH_KHE), headers: sent() });
  for (const decision of ['return', 'accept'] as const) {
    const remarks = decision === 'return' ? { [led]: 'Xem lại' } : {};
    const judged = await api.call(lead, 'POST', `${OWN}/review`, { body: { version: 1, decision, remarks } });
    expect([judged.status, judged.json.detail]).toEqual([403, expect.stringContaining('không tự thẩm định')]);
  }
});

test('who sends a report learns from it no other agency’s figures', async () => {
  const communes = agencies.filter(({ kind, active }) => kind === 'commune' && active).slice(0, 6);
  const others = communes.map(({ id }) => id).filter((id) => id !== TINH_KHE);
  const api = await aService();
  const heavy = aReport(TINH_KHE);
  heavy.indicators['PL1.I.1.3'] = { state: 'reported', numerator: 900_000_000, denominator: 905_123_456 };
  await api.call(SENDER, 'PUT', OWN, { body: heavy, headers: sent() });
  for (const id of others) await api.put(id, aReport(id), 0);
  const rules = async (caller: string, path: string) =>
    (await api.call(caller, 'GET', `${OWN}${path}`)).json.findings.map(({ rule }: { rule: string }) => rule);
  for (const path of ['', '/versions/1']) {
    expect(await rules('VPUB', path)).toContain('outweighs-others');
    expect(await rules(SENDER, path)).not.toContain('outweighs-others');
  }
});

test('who names itself among those is one sender, not two', async () => {
  const api = await aService(SENDER, [SENDER, TINH_KHE]);
  expect((await api.call(SENDER, 'GET', '/me')).json.submitsFor.map(({ agency }: { agency: string }) => agency)).toEqual([TINH_KHE]);
});
