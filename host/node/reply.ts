import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Unread } from './slow-readers.ts';

/** An answer, wherever it comes from. */
export interface Reply {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Uint8Array | null;
}

const WITHOUT_BODY = [204, 304];
/** What the connection is about is the host's business. */
const HOP = ['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade'];

/** A client that is refused goes on sending for a while: until it pauses so long, or for so long in all. */
const LINGER_IDLE_MS = 2_000;
const LINGER_MS = 20_000;

/**
 * Sends an answer; resolves when it has left or nobody listens any more. Where the body was not taken, the connection is closed: the
 * answer goes out at once, and what the client still sends is thrown away for a while, because a connection that is cut under a
 * sending client loses the answer on the way.
 */
export async function sendReply(response: ServerResponse, reply: Reply, unread: Unread): Promise<void> {
  const { req: request } = response;
  const rest = !request.complete;
  const body = writeHead(response, reply, rest ? { connection: 'close' } : {});
  unread.watch(response, body?.length ?? 0);
  await ended(response, () => {
    if (!rest) response.end(body);
    else {
      if (body && request.method !== 'HEAD') response.write(body);
      else response.flushHeaders();
      lingering(request, () => response.end());
    }
  });
}

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

function writeHead(response: ServerResponse, { status, headers, body }: Reply, more: OutgoingHttpHeaders): Buffer | null {
  const kept = Object.entries(headers).filter(([name]) => !HOP.includes(name.toLowerCase()));
  const bytes = body === null || WITHOUT_BODY.includes(status) ? null : bytesOf(body);
  const length = WITHOUT_BODY.includes(status) ? {} : { 'content-length': bytes?.length ?? 0 };
  response.writeHead(status, { ...Object.fromEntries(kept), ...length, ...more });
  return bytes;
}

const bytesOf = (body: string | Uint8Array): Buffer =>
  typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength);

function ended(response: ServerResponse, send: () => void): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', resolve).once('finish', resolve);
    send();
    if (response.destroyed) resolve();
  });
}
