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

/** How often is looked whether a client has something to take. */
const LOOK_MS = 1_000;

/**
 * Cuts off whoever does not read: who takes nothing for too long, who takes too long for the whole, and, where all together
 * would take more memory than there is, who has been at it longest. What we take to make an answer is nobody's slowness.
 */
export function cutOffSlowReaders({ idleMs, wholeMs, unread: most, graceMs }: AnswerLimits): SlowReaders {
  /** In the order in which they were made. */
  const waiting = new Set<Waiting>();
  let held = 0;

  const relieve = (): void => {
    for (const one of waiting) {
      if (held <= most || performance.now() - one.since < graceMs) return;
      if (!hasToTake(one.response)) continue;
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
      response.on('timeout', () => hasToTake(response) && breakOff(response));
      const lookMs = Math.min(LOOK_MS, wholeMs);
      let slowMs = 0; // by the number of looks: where this whole program stood still, none was taken
      const looking = setInterval(() => {
        if (hasToTake(response)) slowMs += lookMs;
        if (slowMs >= wholeMs) breakOff(response);
      }, lookMs).unref();
      const done = (): void => {
        clearInterval(looking);
        drop(one);
      };
      response.once('finish', done).once('close', done);
    },
    end: () => {
      for (const { response } of waiting) breakOff(response);
    },
  };
}

/** Where all that there is of an answer has been taken its client waits for us. */
const hasToTake = (response: ServerResponse): boolean => response.writableLength > 0;
