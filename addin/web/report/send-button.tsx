import type { ComponentChildren } from 'preact';

interface Props {
  /** Why nothing can be sent; null where it can. */
  readonly why: string | null;
  readonly busy: boolean;
  readonly onSend: () => void;
  /** What else can be done instead. */
  readonly children?: ComponentChildren;
}

/** Sends a report that was looked at, or says why it cannot be sent. */
export const SendButton = ({ why, busy, onSend, children }: Props) => (
  <p class="row send">
    <button
      type="button"
      class="primary"
      disabled={why !== null || busy}
      aria-describedby={why === null ? undefined : 'why-not'}
      onClick={onSend}
    >
      Gửi báo cáo
    </button>
    {children}
    {why !== null && <span id="why-not">{why}</span>}
  </p>
);
