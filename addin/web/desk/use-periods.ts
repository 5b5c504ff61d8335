import { useRef, useState } from 'preact/hooks';
import type { PeriodLine } from '../../../contract/period-line.ts';
import { isSameJson } from '../../../core/same-json.ts';
import type { Api } from '../../api/api.ts';
import { askUntilAnswered } from '../../api/ask-until-answered.ts';
import { troubleText } from '../../api/trouble.ts';
import { answerOrder } from '../../ui/answer-order.ts';
import { type Asked, useAsked } from '../../ui/use-asked.ts';
import { useAtOnce } from '../../ui/use-at-once.ts';

interface Periods {
  readonly periods: readonly PeriodLine[];
  /** The first question of all: without its answer there is no desk. */
  readonly first: Asked<unknown>;
  /** Asks after an act of this desk's: once, and gives what went wrong, as a sentence; null where nothing did. */
  readonly ask: () => Promise<string | null>;
  /** Asks after what somebody else did, until it is answered. */
  readonly follow: () => void;
}

/** The periods as they were answered last; what is as it was stays the same thing, so that nobody asks for more because of it. */
export function usePeriods(api: Api): Periods {
  const first = useAsked(() => api.periods(), [api]);
  const [newer, setNewer] = useState<readonly PeriodLine[] | null>(null);
  const periods = newer ?? first.value?.value.periods ?? NONE;
  const shown = useRef(periods);
  shown.current = periods;
  const [nextTurn] = useState(() => answerOrder());
  const question = async (): ReturnType<Api['periods']> => {
    const turn = nextTurn();
    const found = await api.periods();
    if (!found.ok || turn.isOld()) return found;
    turn.answered();
    if (!isSameJson(found.value.value.periods, shown.current)) setNewer(found.value.value.periods);
    return found;
  };
  const following = useRef(new AbortController());
  useAtOnce(() => () => following.current.abort(), [api]);
  return {
    periods,
    first,
    ask: async () => {
      const found = await question();
      return found.ok ? null : troubleText(found.error);
    },
    follow: () => {
      following.current.abort();
      following.current = new AbortController();
      void askUntilAnswered(question, () => undefined, following.current.signal);
    },
  };
}

const NONE: readonly PeriodLine[] = [];
