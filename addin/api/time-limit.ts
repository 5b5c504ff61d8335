/** The time limit of one call, which its caller may also stop before. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Something of the answer has come: the next of it is given the time that a piece takes. */
  readonly heard: () => void;
  /** The limit that ran out; null while none did. */
  readonly lateMs: () => number | null;
  readonly over: () => void;
}

/**
 * Waits `beginMs` for an answer to begin and `pieceMs` for each piece of it: some are made while they are taken, and a server that goes on is no
 * silent one.
 */
export function timeLimit(beginMs: number, pieceMs: number, stop?: AbortSignal): TimeLimit {
  const controller = new AbortController();
  let late: number | null = null;
  const endAfter = (ms: number) =>
    setTimeout(() => {
      late = ms;
      controller.abort();
    }, ms);
  const onStop = (): void => controller.abort();
  if (stop?.aborted) onStop();
  stop?.addEventListener('abort', onStop);
  let timer = endAfter(beginMs);
  return {
    signal: controller.signal,
    heard: () => {
      clearTimeout(timer);
      timer = endAfter(pieceMs);
    },
    lateMs: () => late,
    over: () => {
      clearTimeout(timer);
      stop?.removeEventListener('abort', onStop);
    },
  };
}
