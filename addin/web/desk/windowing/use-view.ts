import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

export interface View {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What of a scrolled element is in sight, told once a frame; nothing before it stands in the page, so that nothing is drawn twice. */
export function useView(element: RefObject<HTMLElement | null>): View {
  const [view, setView] = useState<View>({ left: 0, top: 0, width: 0, height: 0 });
  useLayoutEffect(() => {
    const one = element.current;
    if (!one) return;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const { scrollLeft: left, scrollTop: top, clientWidth: width, clientHeight: height } = one;
      setView((before) =>
        before.left === left && before.top === top && before.width === width && before.height === height
          ? before
          : { left, top, width, height },
      );
    };
    const soon = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    one.addEventListener('scroll', soon, { passive: true });
    const sizes = new ResizeObserver(soon);
    sizes.observe(one);
    return () => {
      cancelAnimationFrame(frame);
      one.removeEventListener('scroll', soon);
      sizes.disconnect();
    };
  }, [element]);
  return view;
}
