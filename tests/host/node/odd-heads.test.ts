import { connect } from 'node:net';
import { hostOf, parseTarget } from '../../../host/node/request-target.ts';
import { HANGS_MS } from '../../support/hang.ts';
import { fc } from '../../support/properties.ts';
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

/** So long a head may go on that says nowhere where it ends. */
const GOES_ON_MS = 1_000;

/** The status that these bytes get; 0 where the connection is closed without one, or nothing comes for so long. */
function statusTo(head: string, mostMs = HANGS_MS): Promise<number> {
  return new Promise((resolve) => {
    let got = '';
    const end = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(got)?.[1] ?? 0));
    };
    const socket = connect(host.port, '127.0.0.1', () => socket.write(Buffer.from(head, 'latin1')));
    const timer = setTimeout(end, mostMs);
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

test.each([
  ['http://localhost:7071/api/headers', 'localhost:7071'],
  ['HTTP://LOCALHOST/api/headers', 'localhost'],
  ['https://[::1]:7071/api/headers?x=http://other/', '[::1]:7071'],
  ['http://phuluc.quangngai.gov.vn//api/headers/', 'phuluc.quangngai.gov.vn'],
])('the absolute form %p is served where it names the Host', async (form, name) => {
  expect(await statusTo(get(name, form))).toBe(200);
  expect(await statusTo(`GET ${form} HTTP/1.0\r\n\r\n`)).toBe(200);
});

test.each([
  ['another host', 'http://other/api/headers'],
  ['another port', 'http://x:81/api/headers'],
  ['a port that the Host does not say', 'http://x:80/api/headers'],
  ['a user', 'http://me@x/api/headers'],
  ['a user and a password', 'http://me:word@x/api/headers'],
  ['no host', 'http:///api/headers'],
  ['no slashes', 'http:x/api/headers'],
  ['one slash', 'http:/x/api/headers'],
  ['another scheme', 'ftp://x/api/headers'],
  ['a script', 'javascript://x/api/headers'],
  ['dots', 'http://x/api/../api/headers'],
  ['a backslash', 'http://x\\@other/api/headers'],
  ['a host behind a fragment', 'http://x#@other/api/headers'],
  ['an encoded host', 'http://%78/api/headers'],
  ['blanks that are encoded', 'http://x%20/api/headers'],
  ['the form inside the form', 'http://http://x/api/headers'],
])('the absolute form with %s is refused', async (_, form) => {
  expect(await statusTo(get('x', form))).toBe(400);
});

test('the absolute form without a Host, or with two, is no way around the Host', async () => {
  for (const lines of ['', 'Host:\r\n', 'Host: x\r\nHost: x\r\n'])
    expect(await statusTo(`GET http://x/api/headers HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`)).toBe(400);
});

test('the absolute form of a page without a path is its first one', async () => {
  const [short, long] = await Promise.all(['http://x', '/'].map((form) => textTo(get('x', form))));
  const bare = (text = '') => text.replace(/^(?:Date|x-request-id):.*\r\n/gim, '');
  expect(bare(short)).toBe(bare(long));
  expect(await statusTo(get('x', 'http://x?y=1'))).toBe(await statusTo(get('x', '/?y=1')));
});

const textOf = (units: string) => fc.string({ unit: fc.constantFrom(...units), maxLength: 12 });
test('whatever stands in front of a path, it is the path of that host alone', () => {
  fc.assert(
    // An authority ends at the first of these three (RFC 3986, 3.2).
    fc.property(textOf('x.:@\\[]%0e'), fc.constantFrom('/', '?', '#'), textOf('x.:/?#@\\[]%0e'), (authority, end, rest) => {
      const target = parseTarget(`http://${authority}${end}${rest}`);
      if (!target) return;
      const asked = { httpVersion: '1.1', headersDistinct: { host: ['x:0'] } };
      if (hostOf(asked, target) === null) return;
      const path = end === '/' ? `/${rest}` : `/${end}${rest}`;
      expect([target.authority, target]).toEqual(['x:0', { ...parseTarget(path), authority: 'x:0' }]);
    }),
    // Most authorities are nobody's host: these are.
    { numRuns: 20_000, examples: ['/', '?', '#'].map((end): [string, string, string] => ['x:0', end, '/x?e']) },
  );
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
  expect(await Promise.all([of('one'), of('one', 'two'), of('one', 'one')].map((head) => statusTo(head)))).toEqual([200, 400, 400]);
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
      const head = `${verb} ${asked} HTTP/1.1\r\n${named ? 'Host: 127.0.0.1\r\n' : ''}${lines}Connection: close\r\n\r\n`;
      const status = await statusTo(head, GOES_ON_MS);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 400 },
  );
  expect((await ask(host.port, '/api/items/all')).status).toBe(200);
});
