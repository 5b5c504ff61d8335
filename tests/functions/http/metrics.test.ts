import { Metrics } from '../../../functions/http/metrics.ts';
import { anApi, aReport } from '../../support/an-api.ts';

const KEY = 'mot-khoa-dai-de-xem';

async function watched() {
  const api = await anApi();
  const metrics = new Metrics();
  Object.assign(api.deps, { metrics, metricsKey: KEY });
  const ask = (clientIp: string, key?: string) =>
    api.call('', 'GET', '/metrics', { clientIp, ...(key !== undefined && { headers: { authorization: `Bearer ${key}` } }) });
  return { ...api, metrics, ask };
}

test('this machine reads the figures, and so does whoever shows the key; others are told that there is nothing', async () => {
  const { ask } = await watched();
  expect((await ask('127.0.0.1')).status).toBe(200);
  expect((await ask('10.0.0.9')).status).toBe(404);
  expect((await ask('10.0.0.9', 'một khóa khác hẳn')).status).toBe(404);
  expect((await ask('10.0.0.9', KEY)).status).toBe(200);
});

test('what came through a proxy on this machine is not from this machine', async () => {
  const { call } = await watched();
  const through = (chain: string) => call('', 'GET', '/metrics', { clientIp: '127.0.0.1', headers: { 'x-forwarded-for': chain } });
  expect((await through('127.0.0.1')).status).toBe(200);
  expect((await through('203.0.113.9, 127.0.0.1')).status).toBe(404);
});

test('requests are counted by route and status, submissions apart, times in a histogram that adds up', async () => {
  const { ask, metrics } = await watched();
  metrics.answered({ route: '/periods/{period}/reports/{agency}', status: 201, ms: 30 });
  metrics.answered({ route: '/periods/{period}/reports/{agency}', status: 412, ms: 3 });
  metrics.answered({ route: '/me', status: 200, ms: 20_000 });
  metrics.storeFailed();
  const text = String((await ask('127.0.0.1')).body);
  expect(text).toContain('phuluc_requests_total{route="/periods/{period}/reports/{agency}",status="201"} 1\n');
  expect(text).toContain('phuluc_submissions_total 1\n');
  expect(text).toContain('phuluc_store_errors_total 1\n');
  expect([...text.matchAll(/_bucket\{le="(.*?)"\} (\d+)/g)].map(([, le, n]) => `${le} ${n}`)).toEqual([
    '0.005 1',
    '0.01 1',
    '0.025 1',
    '0.05 2',
    '0.1 2',
    '0.25 2',
    '0.5 2',
    '1 2',
    '2.5 2',
    '5 2',
    '10 2',
    '+Inf 3',
  ]);
  expect(text).toContain('phuluc_request_duration_seconds_count 3\n');
  expect(text).toMatch(/phuluc_outbox_letters 0\n$/);
});

test('letters wait as long as they may still go out: news for three days, those of a reopening before they are written', async () => {
  const { ask, call, put, travel } = await watched();
  const waiting = async () => Number(/phuluc_outbox_letters (\d+)/.exec(String((await ask('127.0.0.1')).body))?.[1]);
  await put('XA-21211', aReport(), 0);
  expect(await waiting()).toBe(1);
  travel(new Date('2026-11-27T02:00:00Z'));
  expect(await waiting()).toBe(1);
  await call('VPUB', 'POST', '/periods/2026/close', { body: {} });
  await call('VPUB', 'POST', '/periods/2026/reopen', { body: { reason: 'Có số liệu sửa' } });
  expect(await waiting()).toBe(1 + 112);
  travel(new Date('2026-11-28T02:00:00Z'));
  expect(await waiting()).toBe(112);
  travel(new Date('2026-12-01T02:00:00Z'));
  expect(await waiting()).toBe(0);
});

test('the health check names the version of the program', async () => {
  const { call } = await watched();
  expect((await call('', 'GET', '/health')).json).toMatchObject({ status: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
});
