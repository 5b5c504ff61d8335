import { useRef } from 'preact/hooks';
import { useAtOnce } from '../ui/use-at-once.ts';
import { useGone } from '../ui/use-gone.ts';
import type { FormEvent, ReportSituation } from './form-state.ts';
import { loadSituation } from './load-situation.ts';

/** A pane stands open all day, and nobody sees it come to the front. */
const EVERY_MS = 300_000;

/**
 * Asks the server anew what it has of the report, for a period may be closed or opened again, a version returned meanwhile: now and then,
 * when the pane comes to the front, when there is a network again, and by what is returned. Of an answer that did not come nothing is said,
 * nor of a version that somebody else has sent: that is told and asked about when this one is to be sent (`deliver.ts`).
 */
export function useSituation(situation: ReportSituation, dispatch: (event: FormEvent) => void): () => Promise<void> {
  const now = useRef(situation);
  now.current = situation;
  const isOver = useGone();
  const ask = async (): Promise<void> => {
    const before = now.current;
    const { session, ground, checkContext } = before;
    const found = await loadSituation(session, { period: ground.period.period, agency: checkContext.agency });
    if (isOver.current || now.current !== before || !found.ok || !found.value) return;
    if (found.value.inForce?.version === before.inForce?.version) dispatch({ kind: 'situation-loaded', situation: found.value });
  };
  useAtOnce(() => {
    const askIfSeen = (): void => {
      if (!document.hidden) void ask();
    };
    const timer = setInterval(askIfSeen, EVERY_MS);
    document.addEventListener('visibilitychange', askIfSeen);
    addEventListener('online', askIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', askIfSeen);
      removeEventListener('online', askIfSeen);
    };
  }, []);
  return ask;
}
