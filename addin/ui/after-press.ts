import { useRef } from 'preact/hooks';
import { useAtOnce } from './use-at-once.ts';

/**
 * Does a thing at once, or, while a button of the mouse or a finger is down, when it is up again: what moves in between takes away what is
 * being clicked, and the click is lost.
 */
export function useAfterPress(): (act: () => void) => void {
  const waiting = useRef<(() => void)[] | null>(null);
  useAtOnce(() => {
    const begin = (): void => {
      waiting.current ??= [];
    };
    // The click comes right after the button is up, in the same turn.
    const end = (): void =>
      void setTimeout(() => {
        const acts = waiting.current ?? [];
        waiting.current = null;
        for (const act of acts) act();
      });
    addEventListener('mousedown', begin, true);
    addEventListener('mouseup', end, true);
    addEventListener('dragend', end, true); // a drag ends without it
    return () => {
      removeEventListener('mousedown', begin, true);
      removeEventListener('mouseup', end, true);
      removeEventListener('dragend', end, true);
    };
  }, []);
  return (act) => {
    if (waiting.current) waiting.current.push(act);
    else act();
  };
}
