import type { ServerResponse } from 'node:http';

/**
 * Ends an answer that does not come whole. To a client of HTTP/1.0, as a proxy may be, the end of a connection is the end of an answer:
 * only a reset tells that it is not.
 */
export function breakOff(response: ServerResponse): void {
  if (response.headersSent && response.req.httpVersion === '1.0') response.socket?.resetAndDestroy();
  response.destroy();
}
