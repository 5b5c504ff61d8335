import type { ComponentChildren } from 'preact';

interface Props {
  /** What is in it, for whoever comes by keyboard. */
  readonly label: string;
  /** Lower than its content: scrolls downwards too. */
  readonly low?: boolean;
  readonly children: ComponentChildren;
}

/** A box that scrolls what is wider than the page, by keyboard too. */
export const ScrollBox = ({ label, low = false, children }: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus to be scrolled by keys (WCAG 2.1.1).
  <section class={low ? 'scroll low' : 'scroll'} aria-label={label} tabIndex={0}>
    {children}
  </section>
);
