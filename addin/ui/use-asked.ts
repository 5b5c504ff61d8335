import { useCallback, useState } from 'preact/hooks';
import type { Result } from '../../core/result.ts';
import { askUntilAnswered, type Setback } from '../api/ask-until-answered.ts';
import type { ApiTrouble } from '../api/trouble.ts';
import { useAtOnce } from './use-at-once.ts';

/** What is being asked of the server for a part of the page, and how that goes. */
export interface Asking {
  /** Asking again does not change this: a person must. */
  readonly refused: ApiTrouble | null;
  /** The last try gave nothing; the next one is on its way. */
  readonly setback: Setback | null;
  /** Asks at once. */
  readonly again: () => void;
}

export interface Asked<T> extends Asking {
  /** The last answer; it stays while it is asked for anew. Null before the first. */
  readonly value: T | null;
}

/**
 * Asks when the part is shown and whenever one of `keys` changes, with patience. Give the part a key where an old answer would be wrong.
 */
export function useAsked<T>(ask: () => Promise<Result<T, ApiTrouble>>, keys: readonly unknown[]): Asked<T> {
  const [state, setState] = useState<Omit<Asked<T>, 'again'>>({ value: null, refused: null, setback: null });
  const [turn, setTurn] = useState(0);
  useAtOnce(() => {
    const controller = new AbortController();
    setState(({ value }) => ({ value, refused: null, setback: null }));
    const onSetback = (setback: Setback): void => {
      if (!controller.signal.aborted) setState(({ value }) => ({ value, refused: null, setback }));
    };
    void askUntilAnswered(ask, onSetback, controller.signal).then((answer) => {
      if (controller.signal.aborted) return;
      setState(({ value }) =>
        answer.ok ? { value: answer.value, refused: null, setback: null } : { value, refused: answer.error, setback: null },
      );
    });
    return () => controller.abort();
  }, [...keys, turn]);
  return { ...state, again: useCallback(() => setTurn((before) => before + 1), []) };
}
