import { useMemo, useReducer, useRef } from 'preact/hooks';
import type { PeriodLine } from '../../../contract/period-line.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { SignedIn } from '../../ui/sign-in.tsx';
import { useAtOnce } from '../../ui/use-at-once.ts';
import { reduceUpload } from './reduce-upload.ts';
import type { UploadState } from './upload-state.ts';
import { type Work, workOf } from './work.ts';

/** The work on one period's report: where it stands, and what can be done. A kept draft is tried again when the network is back. */
export function useWork({ api }: SignedIn, agency: AgencyId, period: PeriodLine): { readonly state: UploadState; readonly work: Work } {
  const [state, dispatch] = useReducer(reduceUpload, { kind: 'opening', setback: null });
  const now = useRef<UploadState>(state);
  now.current = state;
  const work = useMemo(() => workOf({ api, agency, period, dispatch, now: () => now.current }), [api, agency, period]);
  useAtOnce(() => {
    void work.open();
    return work.leave;
  }, [work]);
  const kept = state.kind === 'open' && state.step.kind === 'kept' ? state.step : null;
  useAtOnce(() => {
    if (kept === null) return undefined;
    const again = (): void => void work.sendKept();
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    const timer = setTimeout(again, Math.max(0, kept.againAt - Date.now()));
    addEventListener('online', again);
    if (!kept.safe) addEventListener('beforeunload', warn);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', again);
      removeEventListener('beforeunload', warn);
    };
  }, [kept, work]);
  return { state, work };
}
