import { connect } from 'node:net';
import fc from 'fast-check';
import { aHost, ask, heard, type RunningHost } from './a-host.ts';

let host: RunningHost;
beforeAll(async () => {
  host = await aHost();
});
afterAll(() => host.stop());

/** All that these bytes get until the connection is closed. */
async function textTo(head: string): Promise<string> {
  const socket = connect(host.port, '127.0.0.1', () => socket.write(head));
  let got = '';
  for await (const piece of socket) got += piece;
  return got;
}

/** The status that these bytes get; 0 where the connection is closed without one. */
function statusTo(head: string): Promise<number> {
  return new Promise((resolve) => {
    let got = '';
    const end = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(got)?.[1] ?? 0));
    };
    const socket = connect(host.port, '127.0.0.1', () => socket.write(Buffer.from(head, 'latin1')));
    const timer = setTimeout(end, 1_000); // a head that goes on
    socket.on('error', () => {}).on('close', end);
    socket.on('data', (piece) => {
      got += piece;
      if (/^HTTP\/1\.1 [2-5]\d\d[^\n]*\n/.test(got)) end();
    });
  });
}

const get = (hostHeader: string, target = '/api/headers') => `GET ${target} HTTP/1.1\r\nHost: ${hostHeader}\r\nConnection: close\r\n\r\n`;

test.each([
  '[',
  '[::1',
  ']',
  '[]',
  '[x]',
  'a b',
  'a/b',
  'me@host',
  'a:b',
  'a:99999',
  'a%zz',
  '?',
  '#',
  '',
  'a,b',
  '\\',
  '[::1]x',
  '::1',
  '\xe9',
])('a Host that is %p is refused as such', async (value) => expect(await statusTo(get(value))).toBe(400));

test.each(['127.0.0.1', 'localhost:7071', 'phuluc.quangngai.gov.vn', '[::1]:7071', 'HOST', 'a_b', 'x:'])(
  'a Host that is %p is served',
  async (value) => expect(await statusTo(get(value))).toBe(200),
);

test('two Hosts are refused, the same one twice too', async () => {
  for (const second of ['a', 'localhost']) expect(await statusTo(get(`localhost\r\nHost: ${second}`))).toBe(400);
});

test('without a Host HTTP/1.0 is served and HTTP/1.1 is not', async () => {
  expect(await statusTo('GET /api/headers HTTP/1.0\r\n\r\n')).toBe(200);
  expect(await statusTo('GET /api/headers HTTP/1.1\r\n\r\n')).toBe(400);
});

test('who comes without a Host, or expects what nobody knows, is answered as anybody else: in a sentence, under an id, and in the log', async () => {
  const [nameless, expecting] = await Promise.all(
    ['', 'Host: x\r\nExpect: 200-maybe\r\n'].map((lines) => textTo(`GET /api/headers HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`)),
  );
  expect(nameless).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*\(Host\)/);
  expect(expecting).toMatch(/^HTTP\/1\.1 200 /);
  await heard(host, /x-request-id: (\S+)/i.exec(nameless ?? '')?.[1] ?? 'no id');
});

test('two credentials are refused, the same one twice too: nobody can say which of them was meant', async () => {
  const of = (...keys: string[]) =>
    `GET /api/headers HTTP/1.1\r\nHost: x\r\n${keys.map((key) => `Authorization: Bearer ${key}\r\n`).join('')}Connection: close\r\n\r\n`;
  expect(await Promise.all([of('one'), of('one', 'two'), of('one', 'one')].map(statusTo))).toEqual([200, 400, 400]);
});

test('no header is lost behind many others', async () => {
  const many = Array.from({ length: 1_800 }, (_, k) => `${k}:\r\n`).join('');
  const got = await textTo(`GET /api/headers HTTP/1.1\r\nHost: x\r\n${many}If-Match: "1"\r\nConnection: close\r\n\r\n`);
  expect(got).toContain('"if-match":"\\"1\\""');
});

const odd = fc.string({ unit: fc.constantFrom(...'aZ09 \t[]{}()<>@:;,\\/"?=%&#|^~`$!*\'+-._\x01\x7f\xa0\xff'), maxLength: 24 });
const method = fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'DELETE', 'POST', 'PUT', 'TRACE', 'CONNECT', 'get', 'X', 'PRI', 'M-SEARCH');
const target = fc.oneof(
  odd.map((text) => `/api/headers?${text}`),
  odd.map((text) => `/api/items/${text}`),
  odd.map((text) => `/${text}`),
  odd,
  fc.constantFrom('*', 'http://x/api/headers', '//x/api', '/api/../api/headers', '/api/%00', '/%', `/${'a/'.repeat(3_000)}`),
);
const header = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      'Host',
      'Authorization',
      'X-Forwarded-For',
      'X-Forwarded-Proto',
      'Content-Type',
      'Content-Length',
      'Transfer-Encoding',
      'Expect',
      'Upgrade',
      'Connection',
      'If-None-Match',
      'Accept-Encoding',
      'Cookie',
      'Range',
      '__proto__',
      'constructor',
    ),
    odd,
  ),
  fc.tuple(odd, odd),
);

test('no head, however odd, breaks the host', async () => {
  await fc.assert(
    fc.asyncProperty(method, target, fc.array(header, { maxLength: 4 }), fc.boolean(), async (verb, asked, headers, named) => {
      const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
      const status = await statusTo(`${verb} ${asked} HTTP/1.1\r\n${named ? 'Host: 127.0.0.1\r\n' : ''}${lines}Connection: close\r\n\r\n`);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 400, seed: 20261129 },
  );
  expect((await ask(host.port, '/api/items/all')).status).toBe(200);
});
