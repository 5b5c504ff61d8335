import type { IncomingMessage } from 'node:http';
import { ReadableStream } from 'node:stream/web';
import { BodyRefused } from '../../functions/http/body-of.ts';
import type { BodyLimits } from './limits.ts';
import { type NoBody, withoutBody } from './refusals.ts';

/** A body that a function may ask for, piece by piece; nothing of it is read before. */
export interface BodySource {
  /** Null for a request that has none. */
  readonly stream: ReadableStream<Uint8Array> | null;
  /** Why the body did not come whole to a function that asked for it. */
  readonly lost: () => NoBody | null;
}

interface Reading extends Pick<BodyLimits, 'most' | 'idleMs' | 'leastRate' | 'graceMs' | 'wholeMs'> {
  /** Asks for memory that all bodies share; false where there is none left. */
  readonly take: (bytes: number) => boolean;
  /** Tells a client that waits for it that its body is wanted. */
  readonly wanted: () => void;
  /** Resolves when the function that asked may go on. */
  readonly turn: () => Promise<void>;
  readonly stopping: AbortSignal;
}

/** The length that a request announces; 0 where it announces none. */
const announcedLength = ({ headers }: IncomingMessage): number => Number(headers['content-length'] ?? 0);

const hasBody = (request: IncomingMessage): boolean => request.headers['transfer-encoding'] !== undefined || announcedLength(request) > 0;

/** How often the rate of a body is looked at. */
const LOOK_MS = 1_000;

/**
 * The body of a request, read under limits of size, memory and time. On failure nothing of it is kept and what still comes is thrown away.
 */
export function bodySource(request: IncomingMessage, reading: Reading): BodySource {
  if (!hasBody(request)) return { stream: null, lost: () => null };
  let lost: NoBody | null = null;
  let asked = false;
  let end: (how: End) => void = () => {};
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        if (asked) request.resume();
        else
          end = read(request, reading, {
            piece: (bytes) => {
              controller.enqueue(bytes);
              if ((controller.desiredSize ?? 0) <= 0) request.pause();
            },
            end: async (why) => {
              if (why === 'let-go') return;
              lost = why;
              if (why !== null) return controller.error(new BodyRefused(withoutBody(why)));
              await reading.turn();
              controller.close();
            },
          });
        asked = true;
      },
      cancel: () => end('let-go'),
    },
    { highWaterMark: 0 },
  );
  return { stream, lost: () => lost };
}

/** How reading ends: whole (null), without the rest, or because the function wants no more of it. */
type End = NoBody | null | 'let-go';

interface Hearing {
  readonly piece: (bytes: Uint8Array) => void;
  /** Once. */
  readonly end: (how: End) => Promise<void>;
}

/** Begins to read; gives the way to end it early. */
function read(request: IncomingMessage, reading: Reading, { piece, end }: Hearing): (how: End) => void {
  const { most, idleMs, leastRate, graceMs, wholeMs, take, wanted, stopping } = reading;
  const began = performance.now();
  let [size, last, ended] = [0, began, false];
  const finish = (how: End): void => {
    if (ended) return;
    ended = true;
    clearInterval(looking);
    request.off('data', onData).off('end', onEnd).off('close', onClose);
    stopping.removeEventListener('abort', onStop);
    if (how !== null) request.resume();
    end(how).catch(() => {}); // the function has let go of the stream
  };
  const onData = (bytes: Buffer): void => {
    last = performance.now();
    size += bytes.length;
    if (size > most) finish('too-large');
    else if (take(bytes.length)) piece(bytes);
    else finish('crowded');
  };
  const onEnd = (): void => finish(null);
  const onClose = (): void => finish('gone');
  const onStop = (): void => finish('stopping');
  const look = (): void => {
    const now = performance.now();
    const ms = now - began;
    if (now - last > idleMs || ms > wholeMs || (ms > graceMs && (size / ms) * 1000 < leastRate)) finish('too-slow');
  };
  const looking = setInterval(look, Math.min(LOOK_MS, idleMs));
  request
    .on('error', () => {}) // of an aborted request it comes after its close, when nobody else listens any more
    .on('data', onData)
    .on('end', onEnd)
    .on('close', onClose);
  stopping.addEventListener('abort', onStop);
  if (announcedLength(request) > most) finish('too-large');
  else if (stopping.aborted) onStop();
  else wanted();
  return finish;
}
