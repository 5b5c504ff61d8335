import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { ReadableStream } from 'node:stream/web';
import { setTimeout as pause } from 'node:timers/promises';
import { USUAL_LIMITS } from '../../../host/node/limits.ts';
import { sendReply } from '../../../host/node/reply.ts';
import { cutOffSlowReaders } from '../../../host/node/slow-readers.ts';
import { soon } from '../../support/soon.ts';
import { aHost, ask, heard, json, type RunningHost, type SomeLimits } from './a-host.ts';

const PIECE = 64 * 1024;
const started: RunningHost[] = [];
/** Closes what a test has opened. */
const leaving: (() => void)[] = [];
afterEach(async () => {
  for (const leave of leaving.splice(0)) leave();
  for (const one of started.splice(0)) await one.stop();
});

/** Each with a host of its own, whose app counts the pieces that it has made. */
async function host(limits: SomeLimits = {}): Promise<RunningHost> {
  const one = await aHost(limits);
  started.push(one);
  return one;
}
const piecesOf = async ({ port }: RunningHost) => json(await ask(port, '/api/pieces'));

test('a stream comes whole, in pieces, on a connection that goes on', async () => {
  const { port } = await host();
  const { status, headers, body } = await ask(port, '/api/stream/40');
  expect([status, headers['transfer-encoding'], headers['content-length'], body.length]).toEqual([200, 'chunked', undefined, 40 * PIECE]);
  expect([...'1234567890'].map((digit, k) => body.subarray(k * PIECE, (k + 1) * PIECE).equals(Buffer.alloc(PIECE, digit)))).toEqual(
    Array(10).fill(true),
  );
});

test('of a stream no more is made than its client takes, and nothing once it has gone', async () => {
  const one = await host();
  const socket = connect(one.port, '127.0.0.1', () => socket.write('GET /api/stream/100000 HTTP/1.1\r\nHost: x\r\n\r\n'));
  socket.on('error', () => {}).pause();
  let pieces = 0;
  await soon(async () => {
    const before = pieces;
    await pause(500);
    ({ pieces } = await piecesOf(one));
    expect([pieces > 0, pieces]).toEqual([true, before]);
  });
  // The system's own buffers hold some megabytes of each connection.
  expect(pieces).toBeLessThan(400);
  socket.destroy();
  await soon(async () => expect((await piecesOf(one)).letGo).toBe(1));
});

test('a client knows that an answer comes before the first piece of it is made', async () => {
  const one = await host();
  const waiting = request({ host: '127.0.0.1', port: one.port, path: '/api/stream/3?waits=piece', agent: false });
  waiting.end();
  const [response] = (await once(waiting, 'response')) as [IncomingMessage];
  expect([response.statusCode, await piecesOf(one)]).toEqual([200, { pieces: 0, letGo: 0 }]);
  await ask(one.port, '/api/go');
  let size = 0;
  for await (const piece of response) size += piece.length;
  expect(size).toBe(3 * PIECE);
});

// Whoever closes may only have said that it sends no more: that it has gone is heard when the head of the answer comes to it.
test.each([
  ['been cut off', 'resetAndDestroy', 0],
  ['closed', 'destroy', 20],
] as const)('a stream whose client has %s before it begins is let go of, and next to nothing of it is made', async (_, leaves, most) => {
  const one = await host();
  const socket = connect(one.port, '127.0.0.1', () => socket.write('GET /api/stream/40?waits=begin HTTP/1.1\r\nHost: x\r\n\r\n'));
  await once(socket, 'connect');
  await piecesOf(one);
  socket[leaves]();
  await pause(200);
  // The host hears of a connection that has closed before it answers one that was opened later.
  for (let k = 0; k < 3; k += 1) await piecesOf(one);
  await ask(one.port, '/api/go');
  await soon(async () => expect((await piecesOf(one)).letGo).toBe(1));
  expect((await piecesOf(one)).pieces).toBeLessThanOrEqual(most);
});

test('who wants no body gets none, and none is made', async () => {
  const one = await host();
  const { status, body } = await ask(one.port, '/api/stream/40', { method: 'HEAD' });
  expect([status, body.length]).toEqual([200, 0]);
  expect(await piecesOf(one)).toEqual({ pieces: 0, letGo: 1 });
});

test('a stream that breaks off is no whole answer, and its reason is in the log', async () => {
  const one = await host();
  await expect(ask(one.port, '/api/stream/40?breaks=20')).rejects.toThrow();
  await heard(one, 'it breaks off');
  expect((await ask(one.port, '/api/items/all')).status).toBe(200);
});

test('who waits for a piece that is long in the making is not taken for one that does not read', async () => {
  const one = await host({ answers: { idleMs: 300 } });
  const answer = ask(one.port, '/api/stream/3?waits=piece');
  answer.catch(() => {}); // told below
  await pause(1_200);
  await ask(one.port, '/api/go');
  expect((await answer).body.length).toBe(3 * PIECE);
});

test('the time that an answer takes to be made is not its client’s: as long as it takes what there is, it gets all of it', async () => {
  const one = await host({ answers: { wholeMs: 400 } });
  expect((await ask(one.port, '/api/stream/20?every=80')).body.length).toBe(20 * PIECE);
});

/** Asks for a stream and takes nothing of it. */
function takesNothing(port: number): void {
  const socket = connect(port, '127.0.0.1', () => socket.write('GET /api/stream/100000 HTTP/1.1\r\nHost: x\r\n\r\n'));
  socket.on('error', () => {}).pause();
  leaving.push(() => socket.destroy());
}

test('a client that takes too long for the whole is cut off', async () => {
  const one = await host({ answers: { wholeMs: 1_000 } });
  const began = performance.now();
  takesNothing(one.port);
  await soon(async () => expect((await piecesOf(one)).letGo).toBe(1));
  expect(performance.now() - began).toBeGreaterThan(1_000);
});

test('where memory runs short those who do not take are cut off, not whom we keep waiting', async () => {
  const one = await host({ answers: { unread: 3 * 1024 * 1024, graceMs: 50 } });
  const honest = ask(one.port, '/api/stream/3?waits=piece');
  honest.catch(() => {}); // told below
  await pause(100);
  for (let k = 0; k < 4; k += 1) {
    takesNothing(one.port);
    await pause(600);
  }
  await soon(async () => expect((await piecesOf(one)).letGo).toBeGreaterThan(0));
  await ask(one.port, '/api/go');
  expect((await honest).body.length).toBe(3 * PIECE);
});

/** How a connection of a client of HTTP/1.0 closes, to which its end is the end of the answer. */
const closesOf = (port: number, path: string): Promise<string> =>
  new Promise((closes) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.0\r\nHost: x\r\n\r\n`));
    socket
      .on('error', ({ code }: NodeJS.ErrnoException) => closes(code ?? ''))
      .on('end', () => closes('end'))
      .resume();
  });

test('to a client that knows no pieces a stream that breaks off is no whole answer either, also where the host stops', async () => {
  const [one, other] = await Promise.all([host(), host()]);
  expect(await closesOf(one.port, '/api/stream/4')).toBe('end');
  // A reset that comes together with the last of the data is an end to our own client (libuv, `uv__stream_io`): one that is none proves it.
  const { port } = await host();
  await soon(async () => expect(await closesOf(port, '/api/stream/40?breaks=20')).toBe('ECONNRESET'));
  const stopped = closesOf(other.port, '/api/stream/40?waits=piece');
  await piecesOf(other);
  await other.stop();
  expect(await stopped).toBe('ECONNRESET');
});

test('a stream is let go of where its connection is cut at the very moment at which a piece comes', async () => {
  let letGo = 0;
  const unread = cutOffSlowReaders(USUAL_LIMITS.answers);
  const server = createServer(async (_request, response) => {
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          response.destroy(); // it says that it has closed some turns later
          controller.enqueue(Buffer.alloc(PIECE));
        },
        cancel: () => {
          letGo += 1;
        },
      },
      { highWaterMark: 0 },
    );
    await sendReply(response, { status: 200, headers: {}, body }, unread);
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const closed = once(server, 'close');
  await expect(ask((server.address() as AddressInfo).port, '/')).rejects.toThrow();
  await closed;
  expect(letGo).toBe(1);
});
