import { connect, type Socket } from 'node:net';
import { HANGS_MS } from '../../support/hang.ts';
import { aHost, ask, json, type RunningHost, raw } from './a-host.ts';

const MIB = 1024 * 1024;
const HEAD = 'Host: 127.0.0.1\r\nContent-Type: application/json\r\n';
let host: RunningHost;
beforeAll(async () => {
  host = await aHost();
});
afterAll(() => host.stop());

const isAlive = async () => expect((await ask(host.port, '/api/items/all')).status).toBe(200);

function expectTooLarge(answer: string): void {
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain('application/problem+json');
  expect(answer).toContain('urn:phuluc:problem:too-large');
  expect(answer).toMatch(/connection: close/i);
}

test('10 MiB to the byte are taken, one byte more is not', async () => {
  const back = await ask(host.port, '/api/echo', { method: 'PUT', body: Buffer.alloc(10 * MIB, 1) });
  expect([back.status, back.body.length]).toEqual([200, 10 * MIB]);
  const refused = await ask(host.port, '/api/echo', { method: 'PUT', body: Buffer.alloc(10 * MIB + 1, 1) });
  expect([refused.status, json(refused).requestId]).toEqual([413, refused.headers['x-request-id']]);
});

test('a length over the limit is refused before the body comes', async () => {
  const began = Date.now();
  const socket = connect(host.port, '127.0.0.1', () =>
    socket.write(`PUT /api/echo HTTP/1.1\r\n${HEAD}Content-Length: ${11 * MIB}\r\n\r\n`),
  );
  const [first] = await new Promise<string[]>((resolve) => socket.once('data', (piece) => resolve([String(piece)])));
  expectTooLarge(first!);
  expect(Date.now() - began).toBeLessThan(HANGS_MS);
  socket.destroy();
});

test('a client that asks before it sends is told no at once', async () => {
  const answer = await raw(host.port, [`PUT /api/echo HTTP/1.1\r\n${HEAD}Expect: 100-continue\r\nContent-Length: ${11 * MIB}\r\n\r\n`]);
  expectTooLarge(answer);
  const small = raw(host.port, [
    `PUT /api/echo HTTP/1.1\r\n${HEAD}Connection: close\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n`,
    '{}',
  ]);
  expect(await small).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
});

test('a body that is sent whole although it is too large still gets its answer', async () => {
  const block = Buffer.alloc(65_536, 'x');
  const start = `PUT /api/echo HTTP/1.1\r\n${HEAD}Content-Length: ${11 * MIB}\r\n\r\n`;
  expectTooLarge(await raw(host.port, [start, ...Array(176).fill(block)]));
});

test('chunks that never end are cut at the limit', async () => {
  const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65_536, 'x'), Buffer.from('\r\n')]);
  expectTooLarge(await raw(host.port, [`PUT /api/echo HTTP/1.1\r\n${HEAD}Transfer-Encoding: chunked\r\n\r\n`, ...Array(200).fill(chunk)]));
  await isAlive();
});

test('half-sent calls hold nobody up and end after a while', async () => {
  const sockets: Socket[] = [];
  for (let k = 0; k < 60; k += 1) {
    const socket = connect(host.port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(
      k % 2
        ? `PUT /api/echo HTTP/1.1\r\n${HEAD}Content-Length: 1000\r\n\r\n{"plan":`
        : `GET /api/items/all HTTP/1.1\r\nHost: x\r\nX-Slow: `,
    );
    sockets.push(socket);
  }
  const began = Date.now();
  await isAlive();
  expect(Date.now() - began).toBeLessThan(HANGS_MS);
  const ends = sockets
    .filter((_, k) => k % 2)
    .map((socket) => new Promise<string>((resolve) => socket.once('data', (piece) => resolve(String(piece)))));
  for (const answer of await Promise.all(ends)) expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*urn:phuluc:problem:too-slow/);
  for (const socket of sockets) socket.destroy();
});

test('bytes that are no HTTP, two lengths and a head without end are refused, not served', async () => {
  const cases = [
    Buffer.from('1603010200010001fc0303', 'hex'),
    'GET\r\n\r\n',
    Buffer.alloc(2_000),
    `GET /api/items/all HTTP/1.1\r\n${HEAD}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `GET /api/items/all HTTP/1.1\r\n${HEAD}X: ${'y'.repeat(200_000)}\r\n\r\n`,
    `GET /api/${'z'.repeat(100_000)} HTTP/1.1\r\n${HEAD}\r\n`,
  ];
  for (const bytes of cases) expect(await raw(host.port, [bytes])).toMatch(/^HTTP\/1\.1 400 [\s\S]*urn:phuluc:problem:invalid-request/);
  await isAlive();
});

test('a client that goes away in the middle ends nothing', async () => {
  for (let k = 0; k < 20; k += 1) {
    const socket = connect(host.port, '127.0.0.1', () => {
      socket.write(`PUT /api/echo HTTP/1.1\r\n${HEAD}Content-Length: 1000\r\n\r\n{`);
      socket.destroy();
    });
    socket.on('error', () => {});
  }
  await isAlive();
});
