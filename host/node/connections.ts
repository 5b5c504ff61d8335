import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionLimits } from './limits.ts';

/** Serves a request; resolves when its answer has left or nobody listens any more. Never throws. */
export type ServeOne = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What is known of an open connection. */
interface Line {
  readonly address: string;
  /** Requests that have come and whose answers have not left. */
  waiting: number;
  served: number;
  last: Promise<void>;
}

/** The connections of a server, held to their number. */
export interface Connections {
  readonly opened: (socket: Socket) => void;
  /** Serves the requests of a connection one after another. */
  readonly serve: ServeOne;
}

/**
 * Keeps connections to their limits. Where there are too many, the one that has been idle longest is closed: of the address that
 * has its share, else of whoever holds the most, so that nobody who is being served loses anything and a newcomer is let in.
 *
 * A client may send requests ahead of its answers. They are served in order, each when the answer before has left: else one that
 * reads nothing would have all of them made and kept.
 */
export function connections({ most, ofAddress, waiting, requests }: ConnectionLimits, serve: ServeOne): Connections {
  const lines = new Map<Socket, Line>();
  /** Idle ones by address, the longest idle first. */
  const idle = new Map<string, Set<Socket>>();
  const counts = new Map<string, number>();

  const rest = (socket: Socket, { address }: Line): void => {
    const own = idle.get(address) ?? new Set();
    idle.set(address, own.add(socket));
  };
  const wake = (socket: Socket, { address }: Line): void => {
    const own = idle.get(address);
    own?.delete(socket);
    if (own?.size === 0) idle.delete(address);
  };
  const forget = (socket: Socket): void => {
    const line = lines.get(socket);
    if (!line) return;
    lines.delete(socket);
    wake(socket, line);
    const left = (counts.get(line.address) ?? 1) - 1;
    if (left > 0) counts.set(line.address, left);
    else counts.delete(line.address);
  };
  const closeIdleOf = (address: string | undefined): boolean => {
    const [socket] = (address !== undefined && idle.get(address)) || [];
    if (!socket) return false;
    forget(socket);
    socket.destroy();
    return true;
  };
  const fullest = (): string | undefined =>
    [...idle.keys()].reduce<string | undefined>(
      (one, other) => (one !== undefined && (counts.get(one) ?? 0) >= (counts.get(other) ?? 0) ? one : other),
      undefined,
    );

  return {
    opened: (socket) => {
      const address = socket.remoteAddress ?? '';
      const own = counts.get(address) ?? 0;
      if ((own >= ofAddress && !closeIdleOf(address)) || (lines.size >= most && !closeIdleOf(fullest()))) {
        socket.destroy();
        return;
      }
      const line: Line = { address, waiting: 0, served: 0, last: Promise.resolve() };
      lines.set(socket, line);
      counts.set(address, (counts.get(address) ?? 0) + 1);
      rest(socket, line);
      socket.once('close', () => forget(socket));
    },
    serve: async (request, response) => {
      const { socket } = request;
      const line = lines.get(socket);
      if (!line || socket.destroyed) return;
      if (line.waiting >= waiting) {
        socket.destroy();
        return;
      }
      line.waiting += 1;
      wake(socket, line);
      line.last = line.last.then(async () => {
        if (socket.destroyed) return;
        socket.setTimeout(0); // what the answer before was given to leave in
        await serve(request, response);
      });
      await line.last;
      line.waiting -= 1;
      // Node says "connection: close" in the last answer, and leaves the connection open.
      if (++line.served >= requests) socket.end();
      if (line.waiting === 0 && lines.has(socket)) rest(socket, line);
    },
  };
}
