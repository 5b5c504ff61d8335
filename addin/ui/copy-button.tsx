import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { copyText } from './copy-text.ts';

interface Props {
  readonly text: string;
  /** What was copied, in a sentence. */
  readonly told: string;
  readonly disabled?: boolean;
  readonly children: ComponentChildren;
}

/** A button that copies a text and says beside itself whether that worked. */
export function CopyButton({ text, told, disabled = false, children }: Props) {
  const [outcome, setOutcome] = useState('');
  return (
    <span class="copy">
      <button
        type="button"
        disabled={disabled}
        onClick={async () => setOutcome((await copyText(text)) ? told : 'Trình duyệt không cho chép; chọn nội dung rồi nhấn Ctrl+C.')}
      >
        {children}
      </button>{' '}
      <span role="status" class="quiet">
        {outcome}
      </span>
    </span>
  );
}
