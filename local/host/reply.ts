import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** An answer, wherever it comes from. */
export interface Reply {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Uint8Array | null;
}

const WITHOUT_BODY = [204, 304];
/** What the connection is about is the host's business. */
const HOP = ['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade'];

/** How long a client that is refused may go on sending before the line is cut. */
const LINGER_MS = 2_000;

/** Sends an answer; resolves when it has left or nobody listens any more. */
export async function sendReply(response: ServerResponse, reply: Reply): Promise<void> {
  const body = writeHead(response, reply, {});
  await ended(response, () => response.end(body));
}

/**
 * Answers a request whose body is not taken, and closes the connection. The answer goes out at once; what the client still sends
 * is thrown away for a moment, because a connection that is cut under a sending client loses the answer on the way.
 */
export async function sendRefusal(response: ServerResponse, reply: Reply): Promise<void> {
  const body = writeHead(response, reply, { connection: 'close' });
  const { req: request } = response;
  if (request.complete) await ended(response, () => response.end(body));
  else
    await ended(response, () => {
      if (body && request.method !== 'HEAD') response.write(body);
      else response.flushHeaders();
      const finish = (): void => {
        clearTimeout(timer);
        response.end();
      };
      const timer = setTimeout(finish, LINGER_MS);
      request.once('end', finish).resume();
    });
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
