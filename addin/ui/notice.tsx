import type { ComponentChildren } from 'preact';

interface Props {
  readonly kind: 'info' | 'good' | 'warning' | 'error';
  readonly children: ComponentChildren;
}

const SIGNS = { info: 'ℹ', good: '✓', warning: '▲', error: '✕' } as const;

/** What a person should know here: sign, words, colour. An error is read out at once. */
export const Notice = ({ kind, children }: Props) => (
  <div class={`notice ${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
    <span class="sign" aria-hidden="true">
      {SIGNS[kind]}
    </span>
    <div>{children}</div>
  </div>
);
