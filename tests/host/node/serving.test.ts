import { soon } from '../../support/soon.ts';
import { aHost, ask, heard, json, type RunningHost } from './a-host.ts';

let host: RunningHost;
beforeAll(async () => {
  host = await aHost();
});
afterAll(() => host.stop());

const get = (path: string, headers: Record<string, string> = {}) => ask(host.port, path, { headers });

test('text is asked before a number, a number before any text, any text before the rest', async () => {
  const paths = ['items/all', 'items/5', 'items/x', 'items/x/y', 'ITEMS/All', 'items/-5', ''];
  const answers = await Promise.all(paths.map(async (path) => json(await get(`/api/${path}`))));
  expect(answers).toEqual([
    { served: 'literal' },
    { served: 'number', n: '5' },
    { served: 'free', name: 'x' },
    { served: 'rest', path: 'items/x/y', method: 'GET' },
    { served: 'literal' },
    { served: 'number', n: '-5' },
    { served: 'rest', path: '', method: 'GET' },
  ]);
});

test('a parameter is decoded, and a slash within it parts nothing', async () => {
  expect(json(await get(`/api/items/${encodeURIComponent('Sơn Hạ')}%2Fb`))).toEqual({ served: 'free', name: 'Sơn Hạ%2Fb' });
});

test('a constraint that does not hold leaves the address to the next function', async () => {
  expect((await get('/api/pages/x')).status).toBe(404);
  expect(json(await get('/api/pages'))).toEqual({ served: 'optional', n: null });
  expect(json(await get('/api/letters/ab'))).toEqual({ word: 'ab' });
  expect(json(await get('/api/letters/a1'))).toMatchObject({ served: 'rest' });
});

test('bytes and Vietnamese come back as they were sent', async () => {
  const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, k) => (k * 7919) % 256));
  const back = await ask(host.port, '/api/echo', { method: 'PUT', headers: { 'content-type': 'application/x-test' }, body: bytes });
  expect(back.status).toBe(200);
  expect(back.headers['content-type']).toBe('application/x-test');
  expect(back.body.equals(bytes)).toBe(true);
  const words = await ask(host.port, '/api/echo', {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: 'Tỷ lệ hồ sơ',
  });
  expect(words.body.toString()).toBe('Tỷ lệ hồ sơ');
});

test('the host’s word about who called stands last, and the request id is the host’s', async () => {
  const answer = await get('/api/headers?x=m%E1%BB%99t', {
    'x-forwarded-for': '9.9.9.9',
    'x-ms-client-principal': 'e30=',
    'x-request-id': 'mine',
    'x-own': 'kept',
  });
  const { headers, x } = json(answer);
  expect(headers).toMatchObject({
    'x-forwarded-for': '9.9.9.9, 127.0.0.1',
    'x-own': 'kept',
    'x-request-id': answer.headers['x-request-id'],
  });
  expect(headers).not.toHaveProperty('x-ms-client-principal');
  expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(x).toBe('một');
});

test('every cookie has a header of its own', async () => {
  const { status, headers, body } = await get('/api/cookies');
  expect([status, body.length]).toEqual([204, 0]);
  expect(headers['set-cookie']).toEqual(['one=a%20b; Max-Age=60; Path=/; SameSite=Lax; HttpOnly', 'two=2; Secure']);
});

test('an ETag, a 304 without a body and an answer to HEAD pass through', async () => {
  const whole = await get('/api/tagged');
  expect([whole.status, whole.headers.etag, whole.body.toString()]).toEqual([200, '"1"', 'nguyên văn']);
  const same = await get('/api/tagged', { 'if-none-match': '"1"' });
  expect([same.status, same.headers.etag, same.body.length, same.headers['content-length']]).toEqual([304, '"1"', 0, undefined]);
  const head = await ask(host.port, '/api/tagged', { method: 'HEAD' });
  expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '12', 0]);
});

test('a function that gives nothing answers 204', async () => {
  expect((await get('/api/nothing')).status).toBe(204);
});

test('a function that breaks, or gives a header that cannot be sent, answers problem details without its secrets', async () => {
  for (const path of ['/api/broken', '/api/bad-header']) {
    const { status, headers, body } = await get(path);
    expect(status).toBe(500);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(body.toString())).toMatchObject({
      type: 'urn:phuluc:problem:internal',
      status: 500,
      requestId: headers['x-request-id'],
    });
    expect(body.toString()).not.toMatch(/secret|pls_|\bat \w+ \(/);
  }
  await heard(host, 'a secret place, with pls_…');
  expect(host.said.err).not.toContain('pls_0');
});

test('an address that is none, and a method that no function has, are refused in Vietnamese', async () => {
  const bad = await get('/api/%ff');
  expect([bad.status, json(bad).type]).toEqual([400, 'urn:phuluc:problem:invalid-request']);
  const trace = await ask(host.port, '/api/items/all', { method: 'TRACE' });
  expect([trace.status, json(trace).type, trace.headers.allow]).toEqual([
    405,
    'urn:phuluc:problem:method-not-allowed',
    expect.stringContaining('GET'),
  ]);
});

test('timers run at their time, and a run that fails does not end them', async () => {
  const ticks = async () => json(await get('/api/ticks')).ticks as number;
  await soon(async () => expect(await ticks()).toBeGreaterThanOrEqual(3));
  await heard(host, 'the first run fails');
  await heard(host, 'tick, past due: false');
});

test('what the host answers itself is one line of JSON in the log, without query, headers or body', async () => {
  await get('/khong-co?khoa=bi-mat', { authorization: 'Bearer bi-mat' });
  await heard(host, 'khong-co');
  const lines = host.said.err.split('\n').filter((line) => line.includes('khong-co'));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'information', method: 'GET', path: '/khong-co', status: 404 });
  expect(host.said.err).not.toContain('bi-mat');
});
