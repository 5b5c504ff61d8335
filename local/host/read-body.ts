import type { IncomingMessage } from 'node:http';
import { failed, ok, type Result } from '../../core/result.ts';

/** Why a body is not there: over the limit, no byte came for too long, too much is held already, the client went, the host stops. */
export type NoBody = 'too-large' | 'stalled' | 'crowded' | 'gone' | 'stopping';

export interface BodyLimits {
  /** Bytes of one body. */
  readonly most: number;
  /** How long the next piece may take. */
  readonly idleMs: number;
  /** Asks for memory that all bodies share; false where there is none left. */
  readonly take: (bytes: number) => boolean;
  readonly stopping: AbortSignal;
}

/** The length that a request announces; 0 where it announces none. */
export const announcedLength = ({ headers }: IncomingMessage): number => Number(headers['content-length'] ?? 0);

/** Reads a body whole, however it is sent. On failure nothing of it is kept and what still comes is thrown away. */
export function readBody(request: IncomingMessage, { most, idleMs, take, stopping }: BodyLimits): Promise<Result<Uint8Array, NoBody>> {
  if (announcedLength(request) > most) return Promise.resolve(failed('too-large'));
  return new Promise((resolve) => {
    let pieces: Buffer[] = [];
    let size = 0;
    const end = (outcome: Result<Uint8Array, NoBody>): void => {
      clearTimeout(idle);
      request.off('data', onData).off('end', onEnd).off('close', onClose);
      stopping.removeEventListener('abort', onStop);
      if (!outcome.ok) request.resume();
      pieces = [];
      resolve(outcome);
    };
    const onData = (piece: Buffer): void => {
      idle.refresh();
      size += piece.length;
      if (size > most) end(failed('too-large'));
      else if (!take(piece.length)) end(failed('crowded'));
      else pieces.push(piece);
    };
    const onEnd = (): void => end(ok(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)));
    const onClose = (): void => end(failed('gone'));
    const onStop = (): void => end(failed('stopping'));
    const idle = setTimeout(() => end(failed('stalled')), idleMs);
    // The error of an aborted request comes after its close, when nobody else listens any more.
    request
      .on('error', () => {})
      .on('data', onData)
      .on('end', onEnd)
      .on('close', onClose);
    stopping.addEventListener('abort', onStop);
    if (stopping.aborted) onStop();
  });
}
