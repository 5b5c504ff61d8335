import { useRef } from 'preact/hooks';
import { useAtOnce } from './use-at-once.ts';

/** Whether the part is no longer shown: an answer that comes then is nobody's. */
export function useGone(): { readonly current: boolean } {
  const isGone = useRef(false);
  useAtOnce(
    () => () => {
      isGone.current = true;
    },
    [],
  );
  return isGone;
}
