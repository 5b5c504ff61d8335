import type { Period } from '../../../core/plan/period.ts';
import { readFrozen } from '../../../functions/periods/frozen-matrix.ts';
import { PERIOD_ROW, PeriodRow, partitionOf } from '../../../functions/store/rows.ts';
import { plan } from '../../support/a-form.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const A = 'XA-21211';
const partition = partitionOf(plan.id, '2026' as Period);
const publishes = (api: Awaited<ReturnType<typeof anApi>>, caller = 'VPUB') => api.call(caller, 'POST', '/periods/2026/publish');

test('anyone learns which periods have figures, as of when, and whether they are being revised', async () => {
  const api = await anApi();
  const seen = async () => (await api.call('', 'GET', '/public')).json;
  const published = (more: object) => ({
    plan: plan.title,
    periods: [{ period: '2026', asOf: '2026-11-25T02:00:00.000Z', leastCoverage: 50, withheld: [], ...more }],
  });
  expect(await seen()).toEqual({ plan: plan.title, periods: [] });
  await api.call('VPUB', 'POST', '/periods', { body: { period: '2027' } });
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  expect(await seen()).toEqual({ plan: plan.title, periods: [] });
  await publishes(api);
  expect(await seen()).toEqual(published({}));
  await api.call('VPUB', 'POST', '/periods/2026/reopen', { body: { reason: 'Đính chính' } });
  expect(await seen()).toEqual(published({ revising: true }));
});

test('closing publishes nothing, and what is not closed is not published', async () => {
  const api = await anApi();
  expect(await publishes(api)).toMatchObject({ status: 409, json: { type: 'urn:phuluc:problem:period-open' } });
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  expect((await api.call('', 'GET', '/public/2026')).status).toBe(404);
  expect((await api.call('', 'GET', '/periods/2026/publish')).status).toBe(401);
  for (const caller of ['', A, 'SNV']) expect((await publishes(api, caller)).status).toBe(caller === '' ? 401 : 403);
  expect((await api.call('', 'GET', '/public/2026')).status).toBe(404);
});

test('published twice is published once, under the moment of the first time and one line in the audit', async () => {
  const api = await anApi();
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  const asOf = '2026-11-25T02:00:00.000Z';
  const publishedAt = '2026-12-03T02:00:00.000Z';
  api.travel(new Date(publishedAt));
  const first = await publishes(api);
  expect([first.status, first.json]).toEqual([200, { closes: 1, asOf, publishedAt }]);
  api.travel(new Date('2026-12-04T02:00:00Z'));
  const again = await publishes(api, 'SKHCN');
  expect([again.status, again.json]).toEqual([200, first.json]);
  const { entries } = (await api.call('VPUB', 'GET', '/periods/2026/audit')).json;
  expect(entries.filter(({ action }: { action: string }) => action === 'publish')).toEqual([
    { at: publishedAt, by: 'VPUB', action: 'publish' },
  ]);
  expect((await api.call(A, 'GET', '/periods')).json.periods[0]).toMatchObject({ asOf, publishedAt });
});

test('after a reopening the published figures stay, as being revised, until they are published again', async () => {
  const api = await anApi();
  await api.put(A, aReport(), 0);
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  await publishes(api);
  const first = (await api.call('', 'GET', '/public/2026')).json;
  await api.call('VPUB', 'POST', '/periods/2026/reopen', { body: { reason: 'Đính chính' } });
  await api.put(A, aReport(A, 1), 1);
  const now = async () => (await api.call('', 'GET', '/public/2026')).json;
  expect(await now()).toEqual({ ...first, revising: true });
  expect((await publishes(api)).status).toBe(409);
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  expect(await now()).toEqual({ ...first, revising: true });
  await publishes(api);
  expect((await now()).revising).toBeUndefined();
  expect((await now()).indicators[2].result).toEqual({ numerator: 1, denominator: 1000 });
});

test('what a release whose closing published had made public stays public, and is replaced by publishing alone', async () => {
  const api = await anApi();
  await api.put(A, aReport(), 0);
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  const { etag, value } = (await api.deps.table.read(partition, PERIOD_ROW))!;
  const { published: _, ...asBefore } = PeriodRow.parse(value);
  await api.deps.table.commit(partition, [{ kind: 'replace', row: PERIOD_ROW, etag, value: asBefore }]);
  const first = (await api.call('', 'GET', '/public/2026')).json;
  expect(first.indicators[2].result).toEqual({ numerator: 950, denominator: 1000 });
  await api.call('VPUB', 'POST', '/periods/2026/reopen', { body: { reason: 'Đính chính' } });
  await api.put(A, aReport(A, 1), 1);
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  expect((await api.call('', 'GET', '/public/2026')).json).toEqual({ ...first, revising: true });
});

test('too few reports take the verdict from a result in public, by the coverage that settings named when it was published', async () => {
  const api = await anApi();
  await api.put(A, aReport(), 0);
  const close = () => api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  const seen = async () => {
    const [{ leastCoverage, withheld }] = (await api.call('', 'GET', '/public')).json.periods;
    const { indicators } = (await api.call('', 'GET', '/public/2026')).json;
    return [leastCoverage, indicators[2].verdict, withheld.includes(indicators[2].id)];
  };
  await close();
  await publishes(api);
  expect(await seen()).toEqual([50, 'met', true]);
  await api.call('VPUB', 'POST', '/periods/2026/reopen', { body: { reason: 'Đổi tỷ lệ' } });
  const { headers } = await api.call('VPUB', 'GET', '/periods/2026/settings');
  const settings = { agencies: {}, reporters: {}, rules: [], waivers: [], publicCoverage: 0 };
  await api.call('VPUB', 'PUT', '/periods/2026/settings', {
    body: { settings, reason: 'Đổi tỷ lệ' },
    headers: { 'if-match': String(headers.ETag) },
  });
  await close();
  expect(await seen()).toEqual([50, 'met', true]);
  await publishes(api);
  expect(await seen()).toEqual([0, 'met', false]);
});

test('figures whose second close is under way stay those of the first', async () => {
  const api = await anApi();
  await api.put(A, aReport(), 0);
  await api.call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  await publishes(api);
  const { etag, value } = (await api.deps.table.read(partition, PERIOD_ROW))!;
  const closing: PeriodRow = { ...PeriodRow.parse(value), state: 'closing', asOf: '2026-12-01T00:00:00.000Z' };
  await api.deps.table.commit(partition, [{ kind: 'replace', row: PERIOD_ROW, etag, value: closing }]);
  const { asOf } = await readFrozen(api.deps.table, partition, 1);
  expect((await api.call('', 'GET', '/public')).json.periods).toEqual([expect.objectContaining({ period: '2026', asOf, revising: true })]);
  expect((await api.call('', 'GET', '/public/2026')).json).toMatchObject({ asOf, revising: true });
});
