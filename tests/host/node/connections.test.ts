import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { HANGS_MS } from '../../support/hang.ts';
import { soon } from '../../support/soon.ts';
import { aHost, ask, connectionsAt, heard, json, type RunningHost, raw, type SomeLimits, servesSlow } from './a-host.ts';

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

/** An open connection; it reads nothing where it was told not to. */
function open(port: number, { sends = '', reads = true } = {}): Promise<{ socket: Socket; closed: () => boolean }> {
  return new Promise((resolve) => {
    let closed = false;
    const socket = connect(port, '127.0.0.1', () => {
      if (sends) socket.write(sends);
      resolve({ socket, closed: () => closed });
    });
    sockets.push(socket);
    socket
      .on('error', () => {})
      .on('close', () => {
        closed = true;
      });
    if (reads) socket.resume();
    else socket.pause();
  });
}

const asking = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${more}\r\n`;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('connections that ask many times and read nothing have few answers made, and hold up nobody', async () => {
  const { port, child } = await host();
  const residentMb = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
  const before = residentMb();
  for (let k = 0; k < 60; k += 1) await open(port, { sends: asking('/api/large').repeat(30), reads: false });
  const began = Date.now();
  expect((await ask(port, '/api/items/all')).status).toBe(200);
  expect(Date.now() - began).toBeLessThan(HANGS_MS);
  await pause(1_500);
  // 1,800 answers of 1 MiB were asked for; what the system's own buffers take of each connection is made, and one more.
  expect(json(await ask(port, '/api/made')).made).toBeLessThan(60 * 12);
  expect(residentMb() - before).toBeLessThan(300);
});

test('whoever takes nothing of an answer for a while is cut off', async () => {
  const { port } = await host({ answers: { idleMs: 700 } });
  const one = await open(port, { sends: asking('/api/large').repeat(20), reads: false });
  await soon(async () => expect(await connectionsAt(port)).toBe(0)); // before it is read: whatever is read is a sign of life
  one.socket.resume();
  await soon(() => expect(one.closed()).toBe(true));
});

test('where unread answers take too much memory, those who read longest are cut off', async () => {
  const { port } = await host({ answers: { unread: 3 * 1024 * 1024, graceMs: 300 } });
  for (let k = 0; k < 6; k += 1) await open(port, { sends: asking('/api/large').repeat(20), reads: false });
  let made = 0;
  await soon(async () => {
    const before = made;
    await pause(500);
    ({ made } = json(await ask(port, '/api/made')));
    expect([made > 0, made]).toEqual([true, before]); // none is in its first moments any more
  });
  await open(port, { sends: asking('/api/large').repeat(20), reads: false });
  await soon(async () => expect(await connectionsAt(port)).toBeLessThanOrEqual(4));
  for (const socket of sockets) socket.resume();
  await soon(() => expect(sockets.filter((socket) => socket.closed).length).toBeGreaterThanOrEqual(3));
  expect((await ask(port, '/api/items/all')).status).toBe(200);
});

test('questions that are sent ahead are answered in their order; a flood of them closes the connection', async () => {
  const { port } = await host({ connections: { waiting: 8 } });
  const ahead = Array.from({ length: 7 }, (_, k) => asking(`/api/items/${k}`)).join('');
  const answer = await raw(port, [ahead, asking('/api/items/7', 'Connection: close\r\n')]);
  expect([...answer.matchAll(/"n":"(\d)"/g)].map(([, n]) => n)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
  expect(await raw(port, [asking('/api/slow').repeat(50)])).not.toContain('done'.repeat(2));
  expect((await ask(port, '/api/items/all')).status).toBe(200);
});

test('an address that opens too many connections loses those that lie idle, never one that is being served', async () => {
  const { port } = await host({ connections: { ofAddress: 10 } });
  const served = raw(port, [asking('/api/slow', 'Connection: close\r\n')]);
  await servesSlow(port);
  const idle: { readonly closed: () => boolean }[] = [];
  for (let k = 0; k < 30; k += 1) idle.push(await open(port));
  expect((await ask(port, '/api/items/all')).status).toBe(200);
  await soon(() => expect(idle.filter((one) => one.closed()).length).toBeGreaterThanOrEqual(20));
  expect(await served).toContain('done');
});

test('a connection serves its number of requests and is closed then', async () => {
  const { port } = await host({ connections: { requests: 3 } });
  const answer = await raw(port, [asking('/api/items/1').repeat(3)]);
  expect(answer.match(/HTTP\/1\.1 200 /g)).toHaveLength(3);
  expect(answer).toMatch(/connection: close/i);
});

test('a connection that says nothing, or not all of a head, is told that it was too slow', async () => {
  const { port } = await host({ connections: { headMs: 500 } });
  for (const answer of await Promise.all([raw(port, []), raw(port, ['GET /api/items/all HTTP/1.1\r\nHost: x\r\nX-Slow: '])]))
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n[\s\S]*urn:phuluc:problem:too-slow/);
});

test('the log names the address that a trusted proxy heard from, and nobody else’s word', async () => {
  const trusting = await host({ trustedProxies: 1 });
  await ask(trusting.port, '/khong-co', { headers: { 'x-forwarded-for': '6.6.6.6, 203.0.113.7' } });
  await heard(trusting, '203.0.113.7');
  expect(trusting.said.err).not.toContain('6.6.6.6');
  const plain = await host();
  await ask(plain.port, '/khong-co', { headers: { 'x-forwarded-for': '203.0.113.7' } });
  await heard(plain, '"address":"127.0.0.1"');
  expect(plain.said.err).not.toContain('203.0.113.7');
});

test('behind TLS every answer tells browsers to come by TLS alone; without it none does', async () => {
  const hsts = async ({ port }: RunningHost, proto: string) =>
    Promise.all(
      ['/', '/api/items/all', '/khong-co', '/api/%ff'].map(
        async (path) => (await ask(port, path, { headers: { 'x-forwarded-proto': proto } })).headers['strict-transport-security'],
      ),
    );
  const [plain, behind, always] = await Promise.all([host(), host({ trustedProxies: 1 }), host({ secure: true })]);
  expect(await hsts(plain, 'https')).toEqual(Array(4).fill(undefined));
  expect(await hsts(behind, 'https')).toEqual(Array(4).fill('max-age=31536000'));
  expect(await hsts(behind, 'http')).toEqual(Array(4).fill(undefined));
  expect(await hsts(always, 'http')).toEqual(Array(4).fill('max-age=31536000'));
  expect(json(await ask(behind.port, '/api/headers', { headers: { 'x-forwarded-proto': 'https' } })).url).toMatch(/^https:/);
});
