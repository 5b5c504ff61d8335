import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useAtOnce } from '../../ui/use-at-once.ts';

/** The heading of the step that has just begun: the keyboard and screen readers go on from here. */
export function StepHeading({ children }: { readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useAtOnce(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
