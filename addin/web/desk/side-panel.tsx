import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useAtOnce } from '../../ui/use-at-once.ts';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** What was chosen, beside the list it was chosen from: it takes the focus, and Escape or Đóng gives it back. */
export function SidePanel({ title, onClose, children }: Props) {
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useAtOnce(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      // Whoever went elsewhere meanwhile stays there.
      if (isHere(panel.current) && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useAtOnce(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.isComposing && isHere(panel.current)) onClose();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  return (
    <aside class="side-panel" aria-label={title} ref={panel}>
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" onClick={onClose}>
          Đóng
        </button>
      </header>
      {children}
    </aside>
  );
}

/** Whether the focus is in the panel, or was: a button that is shut by its own act leaves it nowhere. */
const isHere = (panel: HTMLElement | null): boolean =>
  panel?.contains(document.activeElement) === true || document.activeElement === document.body;
