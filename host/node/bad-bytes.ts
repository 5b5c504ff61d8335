import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { problemResponse, type Refusal } from '../../functions/http/problem.ts';
import type { Log } from './log.ts';
import { badBytes, headTooLong, headTooSlow } from './refusals.ts';

/** Answers bytes that are no HTTP request (or one whose head is too long or too slow) in a sentence, and closes the connection. */
export const answerBadBytes =
  (log: Log) =>
  (error: NodeJS.ErrnoException, socket: Duplex): void => {
    const id = randomUUID();
    // Bytes of a client that went away, or amid an answer that is on its way already.
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) {
      socket.destroy();
      return;
    }
    const { status, headers, body } = problemResponse(refusalOf(error), id);
    // A connection that was opened ahead and never used ends here too: no cause for alarm.
    const level = status === 408 ? 'information' : 'warning';
    log({ level, id, message: `[http] ${error.code ?? 'bad request'}`, status, address: (socket as Socket).remoteAddress ?? null }); // of a network server
    const lines = Object.entries({
      ...headers,
      'x-request-id': id,
      connection: 'close',
      'content-length': Buffer.byteLength(String(body)),
    });
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
    );
  };

/** 408 tells a browser that its connection lay idle for too long: it opens another one and asks again by itself. */
function refusalOf({ code }: NodeJS.ErrnoException): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') return headTooLong();
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? headTooSlow() : badBytes();
}

/** Node keeps the answer that a connection is busy with here, and has no public name for it. */
function isAnswering(socket: Duplex): boolean {
  const { _httpMessage: answer } = socket as Duplex & { _httpMessage?: { headersSent: boolean } };
  return answer?.headersSent === true;
}
