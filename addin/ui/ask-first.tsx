import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Notice } from './notice.tsx';
import { useAtOnce } from './use-at-once.ts';

interface Props {
  /** The act, as its button says it. */
  readonly word: string;
  /** What would be lost. */
  readonly children: ComponentChildren;
  readonly onSure: () => void;
  /** What keeps everything, as its button says it. */
  readonly safeWord?: string;
  readonly disabled?: boolean;
  readonly class?: string;
}

/** A button whose act cannot be undone: it says what would be lost, and acts when it is pressed once more. */
export function AskFirst({ word, children, onSure, safeWord = 'Giữ lại', disabled = false, class: look }: Props) {
  const [isAsking, setAsking] = useState(false);
  const wasAsking = useRef(false);
  /** What keeps everything has the focus, and gives it back. */
  const safe = useRef<HTMLButtonElement>(null);
  useAtOnce(() => {
    if (isAsking || wasAsking.current) safe.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  if (!isAsking)
    return (
      <button type="button" class={look} ref={safe} disabled={disabled} onClick={() => setAsking(true)}>
        {word}
      </button>
    );
  return (
    <Notice kind="warning">
      <p>{children}</p>
      <p class="row">
        <button type="button" ref={safe} onClick={() => setAsking(false)}>
          {safeWord}
        </button>
        <button
          type="button"
          disabled={disabled}
          onClick={() => {
            setAsking(false);
            onSure();
          }}
        >
          {word}
        </button>
      </p>
    </Notice>
  );
}
