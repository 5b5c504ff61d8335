import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  readonly children: ComponentChildren;
  /** The heading takes the focus anew whenever this changes. */
  readonly turn?: number | string;
}

/** The heading of the step that has just begun: the keyboard and screen readers go on from here. */
export function StepHeading({ children, turn }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [turn]);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
