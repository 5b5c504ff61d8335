import { type ComponentChild, type RefObject, render } from 'preact';
import { useAtOnce } from '../../../ui/use-at-once.ts';

/** Draws something for paper alone, at the moment of printing: what is drawn later than `beforeprint` does not come onto the paper. */
export function usePrinted(place: RefObject<HTMLElement | null>, draw: () => ComponentChild): void {
  useAtOnce(() => {
    const before = (): void => {
      if (place.current) render(draw(), place.current);
    };
    const after = (): void => {
      if (place.current) render(null, place.current);
    };
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  });
}
