import { aService, type Service } from '../../support/a-service.ts';
import { aReport } from '../../support/an-api.ts';

const [A, B, NEW] = ['XA-21211', 'XA-21034', 'XA-99001'] as const;
const ROW = 'PL1.I.1.3';

let service: Service;
beforeEach(async () => {
  service = await aService();
});
afterEach(() => service.stop());

async function call(caller: string, method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await fetch(`${service.baseUrl}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${service.keys[caller]}`, 'content-type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, etag: answer.headers.get('etag') ?? '', json: await answer.json() };
}
const open = (period: string) => call('VPUB', 'POST', '/periods', { period });
const close = (period: string) => call('VPUB', 'POST', `/periods/${period}/close`, {});
const settingsOf = (period: string) => call('VPUB', 'GET', `/periods/${period}/settings`);
async function change(period: string, settings: object, reason = 'Theo nghị quyết sắp xếp') {
  const { etag } = await settingsOf(period);
  return call('VPUB', 'PUT', `/periods/${period}/settings`, { settings, reason }, { 'if-match': etag });
}
async function namesIn(period: string, ...ids: string[]) {
  const { agencies } = (await call('VPUB', 'GET', `/periods/${period}/agencies`)).json;
  return ids.map((id) => agencies.find((one: { id: string }) => one.id === id)?.name);
}
const owing = async (period: string): Promise<string[]> =>
  (await call('VPUB', 'GET', `/periods/${period}/status`)).json.agencies.map(({ agency }: { agency: string }) => agency);
async function report(id: string, numerator: number): Promise<void> {
  const { indicators, ...rest } = aReport(id);
  const body = { ...rest, indicators: { ...indicators, [ROW]: { state: 'reported', numerator, denominator: 1_000 } } };
  const sent = await call(id, 'PUT', `/periods/2026/reports/${id}`, body, { 'idempotency-key': `one of ${id}`, 'if-none-match': '*' });
  expect(sent.status).toBe(201);
}

const MERGED = {
  [NEW]: { name: 'UBND xã Tân Sơn', shortName: 'Xã Tân Sơn', kind: 'commune', succeeds: [A, B] },
  [A]: { active: false },
  [B]: { active: false },
};

test('an agency that is renamed is called so in later periods that are open already, and in those that are opened later', async () => {
  await open('2027');
  expect((await change('2026', { agencies: { [A]: { name: 'UBND phường Mới' } } })).status).toBe(200);
  await open('2028');
  const calledSo = await Promise.all(['2026', '2027', '2028'].map((period) => namesIn(period, A)));
  expect(calledSo.flat()).toEqual(['UBND phường Mới', 'UBND phường Mới', 'UBND phường Mới']);
  const { entries } = (await call('VPUB', 'GET', '/periods/2027/audit')).json;
  expect(entries.at(-1)).toMatchObject({
    ...{ by: 'VPUB', action: 'settings', reason: 'Theo nghị quyết sắp xếp', from: '2026' },
  });
});

test('agencies that are merged are merged in a later period that is open already; the base there is the sum of their counts', async () => {
  await report(A, 900);
  await report(B, 800);
  await close('2026');
  await open('2027');
  await open('2028');
  expect((await change('2027', { agencies: MERGED })).status).toBe(200);
  for (const period of ['2027', '2028']) {
    const ids = await owing(period);
    expect([ids.includes(NEW), ids.includes(A), ids.includes(B), ids.length]).toEqual([true, false, false, 111]);
  }
  for (const period of ['2027', '2028']) {
    const { previous } = (await call('VPUB', 'GET', `/periods/${period}/reports/${NEW}/ground`)).json;
    expect(previous.indicators.find(({ id }: { id: string }) => id === ROW).cells[NEW]).toMatchObject({
      numerator: 1_700,
      denominator: 2_000,
    });
  }
  expect(await namesIn('2026', NEW)).toEqual([undefined]);
});
