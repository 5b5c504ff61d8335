import { useEffect, useRef } from 'preact/hooks';

/** Whether the part is no longer shown: an answer that comes then is nobody's. */
export function useGone(): { readonly current: boolean } {
  const isGone = useRef(false);
  useEffect(
    () => () => {
      isGone.current = true;
    },
    [],
  );
  return isGone;
}
