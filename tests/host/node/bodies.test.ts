import { connect, type Socket } from 'node:net';
import { HANGS_MS } from '../../support/hang.ts';
import { soon } from '../../support/soon.ts';
import { aHost, ask, type RunningHost, raw, type SomeLimits } from './a-host.ts';

const MIB = 1024 * 1024;
const hosts: RunningHost[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(hosts.splice(0).map((host) => host.stop()));
});

async function host(limits: SomeLimits = {}): Promise<RunningHost> {
  const started = await aHost(limits);
  hosts.push(started);
  return started;
}

const headOf = (path: string, length: number, more = '') =>
  `PUT ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${length}\r\n${more}\r\n`;
const bearer = (name: string) => `Authorization: Bearer ${name}\r\n`;

/** A connection that sends the beginning of a body and keeps the rest; what comes back gathers in `got`. */
function parked(port: number, head: string, bytes: number): { socket: Socket; got: () => string } {
  let got = '';
  const socket = connect(port, '127.0.0.1');
  socket.write(head); // at once: whatever is written before the connection stands comes first
  socket.write(Buffer.alloc(bytes, 'x'));
  sockets.push(socket);
  socket
    .on('error', () => {})
    .on('data', (piece) => {
      got += piece;
    });
  return { socket, got: () => got };
}

const until = (holds: () => boolean): Promise<void> => soon(() => expect(holds()).toBe(true));

const upload = async (port: number, name: string, bytes = 1000, headers: Record<string, string> = {}) =>
  (await ask(port, '/api/guarded', { method: 'PUT', headers: { authorization: `Bearer ${name}`, ...headers }, body: Buffer.alloc(bytes) }))
    .status;

test('whoever shows no credential is told so before the body, and nothing of it is waited for', async () => {
  const { port } = await host();
  const began = Date.now();
  const answers = await Promise.all([
    raw(port, [headOf('/api/guarded', 10 * MIB)]),
    raw(port, [headOf('/api/guarded', 10 * MIB, bearer('wrong')), Buffer.alloc(100_000)]),
    raw(port, ['PUT /api/guarded HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n', '5\r\nhello\r\n']),
    raw(port, [headOf('/api/read-only', 10 * MIB)]),
    raw(port, [headOf('/', 10 * MIB)]),
  ]);
  expect(answers.map((answer) => [answer.slice(9, 12), /\r\nconnection: close\r\n/i.test(answer)])).toEqual([
    ['401', true],
    ['401', true],
    ['401', true],
    ['404', true],
    ['405', true],
  ]);
  expect(Date.now() - began).toBeLessThan(HANGS_MS);
});

test('a client that asks first is told to go on only where its credential is right', async () => {
  const { port } = await host();
  const waits = 'Expect: 100-continue\r\nConnection: close\r\n';
  expect(await raw(port, [headOf('/api/guarded', 5, `${waits}${bearer('wrong')}`)])).toMatch(/^HTTP\/1\.1 401 /);
  expect(await raw(port, [headOf('/api/guarded', 5, `${waits}${bearer('one')}`), 'hello'])).toMatch(
    /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /,
  );
});

test('forty strangers who park bodies take nothing of the memory for bodies', async () => {
  const { port } = await host({ bodies: { held: MIB, heldByAddress: MIB } });
  for (let k = 0; k < 40; k += 1) parked(port, headOf('/api/guarded', 10 * MIB), 200_000);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const began = Date.now();
  expect(await upload(port, 'one', 900_000)).toBe(200);
  expect(Date.now() - began).toBeLessThan(HANGS_MS);
});

/** Parks a body until there is no room beside it: one that comes while an upload is being tried may be refused itself. */
async function filledBy(park: () => ReturnType<typeof parked>, tried: () => Promise<number>): Promise<ReturnType<typeof parked>> {
  let body = park();
  await soon(async () => {
    if (body.got() !== '') body = park();
    expect(await tried()).toBe(503);
  });
  return body;
}

test('one credential holds its share of that memory and no more, nor does one address behind the proxy', async () => {
  const { port } = await host({
    trustedProxies: 1,
    bodies: { held: 4 * MIB, heldByAddress: 2 * MIB, heldByCredential: 1.2 * MIB, idleMs: 20_000 },
  });
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const park = (name: string, address: string) =>
    parked(port, headOf('/api/guarded', 2 * MIB, `${bearer(name)}X-Forwarded-For: 6.6.6.6, ${address}\r\n`), MIB);
  await filledBy(
    () => park('one', '10.0.0.1'),
    () => upload(port, 'one', 400_000, from('10.0.0.9')),
  );
  expect(await upload(port, 'two', 400_000, from('10.0.0.1'))).toBe(200);
  await filledBy(
    () => park('two', '10.0.0.1'),
    () => upload(port, 'three', 400_000, from('10.0.0.1')),
  );
  expect(await upload(port, 'three', 400_000, from('10.0.0.2'))).toBe(200);
});

test('what a body held is free again once it has ended or its client has gone', async () => {
  const { port } = await host({ bodies: { held: MIB, heldByAddress: MIB, heldByCredential: MIB } });
  for (let k = 0; k < 6; k += 1) expect(await upload(port, 'one', 700_000)).toBe(200);
  const gone = await filledBy(
    () => parked(port, headOf('/api/guarded', 2 * MIB, bearer('one')), 700_000),
    () => upload(port, 'one', 700_000),
  );
  gone.socket.destroy();
  await soon(async () => expect(await upload(port, 'one', 700_000)).toBe(200));
});

test('a body that trickles is ended although it never pauses, and so is one that takes too long', async () => {
  const [slow, long] = await Promise.all([
    host({ bodies: { idleMs: 5_000, graceMs: 600, leastRate: 1_000 } }),
    host({ bodies: { idleMs: 5_000, leastRate: 0, wholeMs: 900 } }),
  ]);
  for (const { port } of [slow, long]) {
    const { socket, got } = parked(port, headOf('/api/guarded', MIB, bearer('one')), 10);
    const drip = setInterval(() => socket.write('x'), 50);
    await until(() => got() !== '');
    clearInterval(drip);
    expect(got()).toMatch(/^HTTP\/1\.1 408 [\s\S]*urn:phuluc:problem:too-slow/);
  }
});
