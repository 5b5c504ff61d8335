import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { MOST_BODY_BYTES } from '../../functions/http/api.ts';
import { problemResponse, refuse } from '../../functions/http/problem.ts';
import type { Log } from './log.ts';
import { announcedLength } from './read-body.ts';

export const announcedTooLarge = (request: IncomingMessage): boolean => announcedLength(request) > MOST_BODY_BYTES;

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
    log({ level: 'warning', id, message: `[http] ${error.code ?? 'bad request'}`, status: 400 });
    const { status, headers, body } = problemResponse(refuse('invalid-request', detailOf(error)), id);
    const lines = Object.entries({
      ...headers,
      'x-request-id': id,
      connection: 'close',
      'content-length': Buffer.byteLength(String(body)),
    });
    socket.end(`HTTP/1.1 ${status} Bad Request\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`);
  };

function detailOf({ code }: NodeJS.ErrnoException): string {
  if (code === 'HPE_HEADER_OVERFLOW') return 'Địa chỉ hoặc phần đầu của yêu cầu quá dài.';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'Yêu cầu gửi quá chậm nên chưa nhận. Kiểm tra đường truyền rồi gửi lại.';
  return 'Yêu cầu không đúng dạng HTTP.';
}

/** Node keeps the answer that a connection is busy with here, and has no public name for it. */
function isAnswering(socket: Duplex): boolean {
  const { _httpMessage: answer } = socket as Duplex & { _httpMessage?: { headersSent: boolean } };
  return answer?.headersSent === true;
}
