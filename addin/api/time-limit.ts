/** The time limit of one call, which its caller may also stop before. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** The answer has begun: from here on it is given the time that a whole one takes. */
  readonly begun: () => void;
  /** The limit that ran out; null while none did. */
  readonly lateMs: () => number | null;
  readonly over: () => void;
}

/** Waits `beginMs` for an answer to begin and `wholeMs` more for it to be whole. */
export function timeLimit(beginMs: number, wholeMs: number, stop?: AbortSignal): TimeLimit {
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
    begun: () => {
      clearTimeout(timer);
      timer = endAfter(wholeMs);
    },
    lateMs: () => late,
    over: () => {
      clearTimeout(timer);
      stop?.removeEventListener('abort', onStop);
    },
  };
}
