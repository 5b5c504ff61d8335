import { useState } from 'preact/hooks';
import type { Result } from '../../core/result.ts';
import { type ApiTrouble, troubleText } from '../api/trouble.ts';

/** One act at a time: whether it is under way, what it came to. */
export interface Act {
  readonly waiting: boolean;
  readonly trouble: string | null;
  readonly done: string | null;
  /** Runs the act; `told` says in a sentence what was done. Gives the answer where there is one. */
  readonly run: <T>(act: () => Promise<Result<T, ApiTrouble>>, told: DoneSentence<T>) => Promise<T | null>;
}

/** Nothing, a sentence, or what makes one of the answer. */
type DoneSentence<T> = string | null | ((answer: T) => string);

export function useAct(): Act {
  const [state, setState] = useState<Pick<Act, 'waiting' | 'trouble' | 'done'>>({ waiting: false, trouble: null, done: null });
  return {
    ...state,
    run: async (act, told) => {
      setState({ waiting: true, trouble: null, done: null });
      const answer = await act();
      setState({
        waiting: false,
        trouble: answer.ok ? null : troubleText(answer.error),
        done: answer.ok ? sentenceOf(told, answer.value) : null,
      });
      return answer.ok ? answer.value : null;
    },
  };
}

const sentenceOf = <T>(told: DoneSentence<T>, answer: T): string | null => (typeof told === 'function' ? told(answer) : told);
