import type { ServerResponse } from 'node:http';
import { breakOff } from './break-off.ts';
import type { AnswerLimits } from './limits.ts';

/** Answers that have been made and not been read yet. */
export interface SlowReaders {
  /** Watches over an answer of so many bytes until it has left or its connection has closed. To be called before it is sent. */
  readonly watch: (response: ServerResponse, bytes: number) => void;
  /** Cuts off all that have not left. */
  readonly end: () => void;
}

interface Waiting {
  readonly response: ServerResponse;
  readonly bytes: number;
  readonly since: number;
}

/**
 * Cuts off whoever does not read: who takes nothing for too long, who takes too long for the whole, and, where all together
 * would take more memory than there is, who has been at it longest.
 */
export function cutOffSlowReaders({ idleMs, wholeMs, unread: most, graceMs }: AnswerLimits): SlowReaders {
  /** In the order in which they were made. */
  const waiting = new Set<Waiting>();
  let held = 0;

  const relieve = (): void => {
    for (const one of waiting) {
      if (held <= most || performance.now() - one.since < graceMs) return;
      drop(one);
      breakOff(one.response);
    }
  };
  const drop = (one: Waiting): void => {
    if (waiting.delete(one)) held -= one.bytes;
  };
  return {
    watch: (response, bytes) => {
      const { socket } = response;
      if (!socket) return; // it has gone already
      const one: Waiting = { response, bytes, since: performance.now() };
      waiting.add(one);
      held += bytes;
      relieve();
      // Node counts what the system takes of a long answer as a sign of life, and ends a connection without any.
      socket.setTimeout(idleMs);
      // Where all that there is has been taken it waits for us.
      response.on('timeout', () => response.writableLength > 0 && breakOff(response));
      const tooLong = setTimeout(() => breakOff(response), wholeMs).unref();
      const done = (): void => {
        clearTimeout(tooLong);
        drop(one);
      };
      response.once('finish', done).once('close', done);
    },
    end: () => {
      for (const { response } of waiting) breakOff(response);
    },
  };
}
