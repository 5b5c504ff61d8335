import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SlowReaders } from './slow-readers.ts';

/** An answer, wherever it comes from; a stream is asked for no more than the client takes. */
export interface Reply {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Uint8Array | ReadableStream<Uint8Array> | null;
}

const WITHOUT_BODY = [204, 304];
/** What the connection is about is the host's business. */
const HOP = ['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade'];

/** A client that is refused goes on sending for a while: until it pauses so long, or for so long in all. */
const LINGER_IDLE_MS = 2_000;
const LINGER_MS = 20_000;

/** When the system of a client that has gone may have said so, one after another: near by it takes no time, far away longer. */
const GONE_MS = [5, 20, 50, 125] as const;

/** What is held of a stream for a client that reads slowly: a piece, and what Node has taken of the one before. */
const HELD_OF_STREAM = 1024 * 1024;

/**
 * Sends an answer; resolves when it has left or nobody listens any more, rejects where a stream breaks off. Where the body was not taken,
 * the connection is closed: the answer goes out at once, and what the client still sends is thrown away for a while, because a connection
 * that is cut under a sending client loses the answer on the way.
 */
export async function sendReply(response: ServerResponse, reply: Reply, unread: SlowReaders): Promise<void> {
  const { req: request } = response;
  const rest = !request.complete;
  const sent = writeHead(response, reply, rest ? { connection: 'close' } : {});
  const body = sent && isWhole(sent) ? sent : null;
  const stream = sent && !isWhole(sent) ? sent : null;
  unread.watch(response, stream ? HELD_OF_STREAM : (body?.length ?? 0));
  if (stream) await flowed(response, stream);
  await ended(response, () => {
    if (!rest) response.end(body);
    else {
      if (body && request.method !== 'HEAD') response.write(body);
      else response.flushHeaders();
      lingering(request, () => response.end());
    }
  });
}

/** Writes all of a stream, as fast as the client takes it; lets go of it where the client goes away, or wants no body. */
async function flowed(response: ServerResponse, stream: ReadableStream<Uint8Array>): Promise<void> {
  const reader = stream.getReader();
  const letGo = (): void => void reader.cancel().catch(() => {}); // of one that has ended it does nothing
  if (response.req.method === 'HEAD' || response.destroyed) return letGo();
  response.once('close', letGo);
  let isThere = false;
  try {
    response.flushHeaders(); // the first piece may take its time
    for (;;) {
      if (!isThere && response.socket?.readableEnded) {
        isThere = !(await hasGone(response.socket));
        if (!isThere) break;
      }
      const { done, value } = await reader.read();
      if (done || response.destroyed) break;
      if (!response.write(value)) await drained(response);
    }
  } finally {
    // A connection that is being cut is known as such before it says that it has closed.
    response.off('close', letGo);
    letGo();
  }
}

/**
 * Whether who sends no more has gone altogether. Something of its answer is on its way: its system says then that nobody is there, which Node
 * hears when it writes; nothing at all is enough.
 */
async function hasGone(socket: Socket): Promise<boolean> {
  for (const ms of GONE_MS) {
    await sleep(ms, undefined, { ref: false });
    if (await new Promise((tell) => socket.write('', tell))) return true;
  }
  return false;
}

const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      response.off('drain', go).off('close', go);
      resolve();
    };
    response.once('drain', go).once('close', go);
    if (response.destroyed) go();
  });

/** Throws away what a client still sends. */
function lingering(request: IncomingMessage, end: () => void): void {
  const finish = (): void => {
    clearTimeout(idle);
    clearTimeout(whole);
    request.off('data', hear).off('end', finish).off('close', finish);
    end();
  };
  const idle = setTimeout(finish, LINGER_IDLE_MS);
  const whole = setTimeout(finish, LINGER_MS);
  const hear = (): void => void idle.refresh();
  request.on('data', hear).once('end', finish).once('close', finish).resume();
}

function writeHead(
  response: ServerResponse,
  { status, headers, body }: Reply,
  more: OutgoingHttpHeaders,
): Buffer | ReadableStream<Uint8Array> | null {
  const kept = Object.entries(headers).filter(([name]) => !HOP.includes(name.toLowerCase()));
  const sent = body === null || WITHOUT_BODY.includes(status) ? null : isWhole(body) ? bytesOf(body) : body;
  const length = WITHOUT_BODY.includes(status) || (sent && !isWhole(sent)) ? {} : { 'content-length': sent?.length ?? 0 };
  response.writeHead(status, { ...Object.fromEntries(kept), ...length, ...more });
  return sent;
}

const isWhole = <Whole extends string | Uint8Array>(body: Whole | ReadableStream<Uint8Array>): body is Whole =>
  typeof body === 'string' || body instanceof Uint8Array;

const bytesOf = (body: string | Uint8Array): Buffer =>
  typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength);

function ended(response: ServerResponse, send: () => void): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', resolve).once('finish', resolve);
    send();
    if (response.destroyed) resolve();
  });
}
