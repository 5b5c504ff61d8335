import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { soon } from '../../support/soon.ts';
import { aHost, ask, connectionsAt, type RunningHost, type SomeLimits, WAITED_FOR_MS } from './a-host.ts';

const hosts: RunningHost[] = [];
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.stop()));
});

async function host(limits: SomeLimits = {}): Promise<RunningHost> {
  const started = await aHost(limits);
  hosts.push(started);
  return started;
}

const HEAD = 'Host: 127.0.0.1\r\n';
const asking = (path: string, more = '') => `GET ${path} HTTP/1.1\r\n${HEAD}${more}\r\n`;

interface HalfClosed {
  /** All that came back until the other side closed. */
  readonly answer: string;
  readonly ms: number;
}

/** Sends something and says at once that no more comes, as `nc -N` does; listens on. */
function halfClosed(port: number, sent: string | Uint8Array): Promise<HalfClosed> {
  const began = Date.now();
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => socket.end(sent))
      .on('data', (piece) => {
        answer += piece;
      })
      .on('error', () => {})
      .on('end', () => socket.destroy())
      .on('close', () => resolve({ answer, ms: Date.now() - began }));
  });
}

test('whoever says that no more comes is answered, whatever was asked, and the connection is closed then', async () => {
  const { port } = await host();
  const body = 'x'.repeat(100_000);
  const put = `PUT /api/echo HTTP/1.1\r\n${HEAD}Content-Length: ${body.length}\r\n\r\n${body}`;
  const old = `GET /api/items/old HTTP/1.0\r\n\r\n`;
  const cases = [
    asking('/api/items/all'),
    asking('/api/slow'),
    asking('/api/large'),
    asking('/'),
    asking('/khong-co'),
    put,
    old,
    asking('/api/%ff'),
    asking('/api/stream/20'),
  ];
  const answers = await Promise.all(cases.map((sent) => halfClosed(port, sent)));
  expect(answers.map(({ answer }) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]))).toEqual([200, 200, 200, 200, 404, 200, 200, 400, 200]);
  expect(answers[1]?.answer).toContain('done');
  expect(answers[2]?.answer.length).toBeGreaterThan(1024 * 1024);
  expect(answers[5]?.answer.endsWith(body)).toBe(true);
  expect(answers[8]?.answer.length).toBeGreaterThan(20 * 64 * 1024);
});

test('a body that nobody asked for is not read, and whoever sent it and says that no more comes learns why', async () => {
  const { port } = await host();
  const sent = Buffer.concat([
    Buffer.from(`PUT /api/guarded HTTP/1.1\r\n${HEAD}Content-Length: 5000000\r\n\r\n`),
    Buffer.alloc(5_000_000, 'x'),
  ]);
  const { answer } = await halfClosed(port, sent);
  expect(answer).toMatch(/^HTTP\/1\.1 401 [\s\S]*\r\nconnection: close\r\n/i);
});

test('questions that were sent ahead of it are all answered, in their order', async () => {
  const { port } = await host();
  const { answer } = await halfClosed(
    port,
    [asking('/api/slow'), ...Array.from({ length: 6 }, (_, k) => asking(`/api/items/${k}`))].join(''),
  );
  expect([...answer.matchAll(/"n":"(\d)"/g)].map(([, n]) => n)).toEqual(['0', '1', '2', '3', '4', '5']);
});

test('a head or a body that ends before its end is refused in a sentence, at once, and nothing of it is served', async () => {
  const { port } = await host();
  for (const sent of [
    'GET /api/items/all HT',
    `GET /api/items/all HTTP/1.1\r\n${HEAD}X-Half: `,
    `PUT /api/echo HTTP/1.1\r\n${HEAD}Content-Length: 1000\r\n\r\n{"plan":`,
    `PUT /api/echo HTTP/1.1\r\n${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\nabc`,
  ]) {
    const { answer, ms } = await halfClosed(port, sent);
    expect([sent, answer.slice(0, 12), ms < WAITED_FOR_MS]).toEqual([sent, 'HTTP/1.1 400', true]);
    expect(answer).toContain('urn:phuluc:problem:invalid-request');
  }
  expect((await ask(port, '/api/items/all')).status).toBe(200);
});

test('a connection on which nothing was asked closes with its other half', async () => {
  const { port } = await host();
  const { answer, ms } = await halfClosed(port, '');
  expect([answer, ms < WAITED_FOR_MS]).toEqual(['', true]);
});

test('whoever says that no more comes and then reads nothing is cut off like any other', async () => {
  const { port } = await host({ answers: { idleMs: 700 } });
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => {});
  socket.end(asking('/api/large').repeat(20));
  socket.pause();
  await once(socket, 'connect');
  await soon(async () => expect(await connectionsAt(port)).toBe(0));
  let got = 0;
  socket.on('data', ({ length }) => {
    got += length;
  });
  await new Promise((resolve) => socket.once('close', resolve).resume());
  expect(got).toBeLessThan(10 * 1024 * 1024);
});

test('whoever goes away for good is served no further, and holds no place', async () => {
  const { port, child, said, stop } = await host();
  hosts.splice(0);
  for (let k = 0; k < 20; k += 1) {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    socket.write(asking('/api/slow').repeat(5), () => socket.destroy());
  }
  await sleep(1_000);
  expect((await ask(port, '/api/items/all')).status).toBe(200);
  const { code, ms } = await stop();
  expect([code, ms < WAITED_FOR_MS, child.signalCode, said.err.includes('write after end')]).toEqual([0, true, null, false]);
});
