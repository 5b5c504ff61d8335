import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Matrix } from '../../core/matrix.ts';
import type { Period } from '../../core/plan.ts';
import type { StatusLine } from '../api/answers.ts';
import type { Api } from '../api/api.ts';
import { troubleText } from '../api/trouble.ts';

const EVERY_MS = 4_000;
const AT_MOST_MS = 60_000;

export interface Live {
  readonly matrix: Matrix | null;
  readonly status: readonly StatusLine[];
  /** When the server last answered, changed or not. */
  readonly at: Date | null;
  readonly trouble: string | null;
  readonly reload: () => Promise<void>;
}

const NOTHING = { matrix: null, status: [], at: null, trouble: null } satisfies Omit<Live, 'reload'>;

/** Matrix and status of a period, asked anew every four seconds under their tags; rests while the tab is hidden, and longer after each failure. */
export function useLive(api: Api, period: Period | null, withStatus: boolean): Live {
  const [live, setLive] = useState<Omit<Live, 'reload'>>(NOTHING);
  const tags = useRef<{ matrix: string | null; status: string | null }>({ matrix: null, status: null });

  const ask = useCallback(async (): Promise<boolean> => {
    if (!period) return true;
    const own = tags.current;
    const [matrix, status] = await Promise.all([
      api.matrix(period, own.matrix),
      withStatus ? api.status(period, own.status) : Promise.resolve(null),
    ]);
    if (tags.current !== own) return true; // another period was chosen meanwhile
    const refused = !matrix.ok ? matrix.error : status && !status.ok ? status.error : null;
    if (refused) {
      setLive((before) => ({ ...before, trouble: troubleText(refused) }));
      return false;
    }
    const [newMatrix, newStatus] = [matrix.ok ? matrix.value : null, status?.ok ? status.value : null];
    if (newMatrix) own.matrix = newMatrix.etag;
    if (newStatus) own.status = newStatus.etag;
    setLive((before) => ({
      matrix: newMatrix?.value ?? before.matrix,
      status: newStatus?.value.agencies ?? before.status,
      at: new Date(),
      trouble: null,
    }));
    return true;
  }, [api, period, withStatus]);

  useEffect(() => {
    tags.current = { matrix: null, status: null };
    setLive(NOTHING);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pause = EVERY_MS;
    let ended = false;
    const turn = async (): Promise<void> => {
      clearTimeout(timer);
      pause = (await ask()) ? EVERY_MS : Math.min(pause * 2, AT_MOST_MS);
      if (!ended && !document.hidden) timer = setTimeout(turn, pause);
    };
    const onVisibility = (): void => {
      clearTimeout(timer);
      if (!document.hidden) void turn();
    };
    document.addEventListener('visibilitychange', onVisibility);
    void turn();
    return () => {
      ended = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [ask]);

  const reload = useCallback(async () => void (await ask()), [ask]);
  return { ...live, reload };
}
