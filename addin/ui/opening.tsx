import { useState } from 'preact/hooks';
import { troubleText } from '../api/trouble.ts';
import { Notice } from './notice.tsx';
import type { Asking } from './use-asked.ts';
import { useAtOnce } from './use-at-once.ts';

interface Props {
  /** What is under way: "Đang lấy số liệu". */
  readonly what: string;
  readonly asking: Asking;
}

/** Longer than this nobody waits without wondering. */
const LONG_S = 5;

/**
 * What is not there yet: how long it has taken, why the last try gave nothing, when the next one is, and a button that does not wait for
 * it.
 */
export function Opening({ what, asking: { refused, setback, again } }: Props) {
  const waited = useSeconds(refused ?? setback);
  if (refused)
    return (
      <Notice kind="error">
        <p>{troubleText(refused)}</p>
        <Again onAgain={again} />
      </Notice>
    );
  if (setback)
    return (
      <Notice kind="warning">
        <p>{troubleText(setback.trouble)}</p>
        <p aria-live="off">{nextText(setback.nextAt)}</p>
        <Again onAgain={again} />
      </Notice>
    );
  return (
    <div class="opening">
      <p role="status">{what}…</p>
      {waited >= 1 && <progress aria-label={what} />}
      {waited >= LONG_S && (
        <>
          <p class="quiet" aria-live="off">
            Đã {waited} giây. Máy chủ trả lời chậm hơn thường lệ; trang vẫn chờ.
          </p>
          <Again onAgain={again} />
        </>
      )}
    </div>
  );
}

const Again = ({ onAgain }: { readonly onAgain: () => void }) => (
  <button type="button" onClick={onAgain}>
    Thử lại
  </button>
);

function nextText(nextAt: number): string {
  const seconds = Math.ceil((nextAt - Date.now()) / 1000);
  if (seconds <= 0) return 'Đang thử lại…';
  return seconds < 100 ? `Tự thử lại sau ${seconds} giây.` : `Tự thử lại sau ${Math.ceil(seconds / 60)} phút.`;
}

/** Whole seconds since `turn` last changed. */
function useSeconds(turn: unknown): number {
  const [seconds, setSeconds] = useState(0);
  useAtOnce(() => {
    setSeconds(0);
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, [turn]);
  return seconds;
}
