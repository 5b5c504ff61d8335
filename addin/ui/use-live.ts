import { useCallback, useRef, useState } from 'preact/hooks';
import type { StatusLine } from '../../contract/routes/get-status.ts';
import type { Matrix } from '../../core/matrix.ts';
import type { Period } from '../../core/plan/period.ts';
import type { Api } from '../api/api.ts';
import { pauseAfter } from '../api/ask-until-answered.ts';
import type { ApiTrouble } from '../api/trouble.ts';
import { answerOrder } from './answer-order.ts';
import type { Asking } from './use-asked.ts';
import { useAtOnce } from './use-at-once.ts';

const EVERY_MS = 4_000;

export interface LiveMatrix extends Asking {
  readonly matrix: Matrix | null;
  readonly status: readonly StatusLine[];
  /** When the server last answered, changed or not. */
  readonly at: Date | null;
  readonly reload: () => Promise<void>;
}

/** What of a period was answered last, and the questions after it. */
interface Tags {
  matrix: string | null;
  status: string | null;
  readonly nextTurn: ReturnType<typeof answerOrder>;
}
const untagged = (): Tags => ({ matrix: null, status: null, nextTurn: answerOrder() });

type Known = Pick<LiveMatrix, 'matrix' | 'status' | 'at' | 'setback'>;
const NOTHING: Known = { matrix: null, status: [], at: null, setback: null };

/**
 * Matrix and status of a period, asked anew every four seconds under their tags; rests while the tab is hidden, and longer after each
 * failure.
 */
export function useLive(api: Api, period: Period | null, withStatus: boolean): LiveMatrix {
  const [live, setLive] = useState<Known>(NOTHING);
  const tags = useRef<Tags>(untagged());

  /** Null where there was an answer. */
  const ask = useCallback(async (): Promise<ApiTrouble | null> => {
    if (!period) return null;
    const own = tags.current;
    const turn = own.nextTurn();
    const [matrix, status] = await Promise.all([
      api.matrix(period, own.matrix),
      withStatus ? api.status(period, own.status) : Promise.resolve(null),
    ]);
    // Another period was chosen meanwhile, or a later question was answered sooner: that answer is the newer one.
    if (tags.current !== own || turn.isOld()) return null;
    if (!matrix.ok) return matrix.error;
    if (status && !status.ok) return status.error;
    turn.answered();
    const [newMatrix, newStatus] = [matrix.value, status?.value];
    if (newMatrix) own.matrix = newMatrix.etag;
    if (newStatus) own.status = newStatus.etag;
    setLive((before) => ({
      matrix: newMatrix?.value ?? before.matrix,
      status: newStatus?.value.agencies ?? before.status,
      at: new Date(),
      setback: null,
    }));
    return null;
  }, [api, period, withStatus]);

  const turnNow = useRef<() => Promise<void>>(async () => undefined);
  useAtOnce(() => {
    tags.current = untagged();
    setLive(NOTHING);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    let ended = false;
    const turn = async (): Promise<void> => {
      clearTimeout(timer);
      const trouble = await ask();
      if (ended) return;
      failures = trouble ? failures + 1 : 0;
      const rest = trouble ? pauseAfter(failures, trouble) : EVERY_MS;
      if (trouble) setLive((before) => ({ ...before, setback: { trouble, nextAt: Date.now() + rest } }));
      clearTimeout(timer);
      if (!document.hidden) timer = setTimeout(turn, rest);
    };
    turnNow.current = turn;
    const onVisibility = (): void => {
      clearTimeout(timer);
      if (!document.hidden) void turn();
    };
    const onLine = (): void => {
      if (!document.hidden) void turn();
    };
    document.addEventListener('visibilitychange', onVisibility);
    addEventListener('online', onLine);
    void turn();
    return () => {
      ended = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
      removeEventListener('online', onLine);
    };
  }, [ask]);

  const reload = useCallback(() => turnNow.current(), []);
  return { ...live, refused: null, reload, again: useCallback(() => void turnNow.current(), []) };
}
