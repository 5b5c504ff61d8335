import type { Result } from '../../core/result.ts';
import { type ApiTrouble, askedPauseMs, passesByItself } from './trouble.ts';

/** Growing, so that a server that comes back is not run over by everybody at once. */
const PAUSES_MS = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 60_000];

/** A try that gave nothing: why, and when the next one begins (milliseconds, as `Date.now()` counts them). */
export interface Setback {
  readonly trouble: ApiTrouble;
  readonly nextAt: number;
}

/** How long to wait after the n-th try (from 1) that gave nothing; never shorter than the server asked for. */
export const pauseAfter = (tries: number, trouble: ApiTrouble): number =>
  Math.max(PAUSES_MS[Math.min(tries, PAUSES_MS.length) - 1] ?? 0, askedPauseMs(trouble) ?? 0);

/** Asks until there is an answer, or a refusal that asking again does not change. A machine that is back on the network asks at once. */
export async function askUntilAnswered<T>(
  ask: () => Promise<Result<T, ApiTrouble>>,
  onSetback: (setback: Setback) => void,
  stop: AbortSignal,
): Promise<Result<T, ApiTrouble>> {
  for (let tries = 1; ; tries++) {
    const answer = await ask();
    if (answer.ok || !passesByItself(answer.error) || stop.aborted) return answer;
    const pause = pauseAfter(tries, answer.error);
    onSetback({ trouble: answer.error, nextAt: Date.now() + pause });
    await pauseFor(pause, stop, askedPauseMs(answer.error) === null);
    if (stop.aborted) return answer;
  }
}

/** Waits, but no longer than until somebody stops, or where `wakes` until the network is back. */
export function pauseFor(ms: number, stop: AbortSignal, wakes: boolean): Promise<void> {
  return new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
      globalThis.removeEventListener?.('online', end);
      done();
    };
    const timer = setTimeout(end, ms);
    stop.addEventListener('abort', end);
    if (wakes) globalThis.addEventListener?.('online', end);
  });
}
