import { useRef, useState } from 'preact/hooks';
import type { AgencyId } from '../../core/plan/agency.ts';
import { forgetAgency, lostWith } from './kept-here.ts';
import { Notice } from './notice.tsx';
import { keyKeptBy } from './own-key.ts';
import { useAtOnce } from './use-at-once.ts';

interface Props {
  readonly agency: AgencyId;
  readonly onLeft: () => void;
  /** Forgets what a page keeps besides: the pane in its workbook. */
  readonly onForget?: () => Promise<void>;
  readonly word?: string;
}

/** Signs out and leaves nothing of the agency on this machine; asks first where something would be lost, be it the key alone. */
export function SignOut({ agency, onLeft, onForget, word = 'Đăng xuất' }: Props) {
  /** Null until it was asked for; empty where only the key would go. */
  const [lost, setLost] = useState<readonly string[] | null>(null);
  const heading = useRef<HTMLParagraphElement>(null);
  const asking = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  useAtOnce(() => {
    if (lost) heading.current?.focus();
    else if (wasAsked.current) asking.current?.focus();
    wasAsked.current = lost !== null;
  }, [lost]);
  const leave = async (): Promise<void> => {
    await onForget?.();
    await forgetAgency(agency);
    onLeft();
  };
  /** Presses so far: what is found for one of them is nothing any more once another has come, to stay or to go. */
  const presses = useRef(0);
  const leaveWhere = async (mayLeave: (found: readonly string[]) => boolean): Promise<void> => {
    const own = ++presses.current;
    const found = await lostWith(agency);
    if (own !== presses.current) return;
    if (mayLeave(found)) await leave();
    else setLost(found);
  };
  const ask = (): Promise<void> => leaveWhere((found) => found.length === 0 && keyKeptBy() === null);
  // While the question stands the page goes on: what has come to be since is asked about before it goes.
  const answer = (): Promise<void> => leaveWhere((found) => found.every((sentence) => lost?.includes(sentence)));
  const stay = (): void => {
    presses.current += 1;
    setLost(null);
  };
  const keeper = keyKeptBy();
  const { told, out } = KEY_WORDS[keeper ?? 'machine'];
  if (lost === null)
    return (
      <button type="button" class="link" ref={asking} onClick={() => void ask()}>
        {word}
      </button>
    );
  return (
    <div class="leaving">
      <Notice kind="warning">
        <p tabIndex={-1} ref={heading}>
          <strong>{lost.length > 0 ? 'Đăng xuất sẽ bỏ những việc chưa gửi trên máy này:' : told}</strong>
        </p>
        {lost.length > 0 && (
          <ul>
            {lost.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        {lost.length > 0 && keeper !== null && <p>{told}</p>}
        <p class="row">
          <button type="button" onClick={stay}>
            Ở lại
          </button>
          <button type="button" onClick={() => void answer()}>
            {lost.length > 0 ? 'Bỏ và đăng xuất' : out}
          </button>
        </p>
      </Notice>
    </div>
  );
}

/** What becomes of the key, by where it is kept; Microsoft's people have none to lose. */
const KEY_WORDS = {
  machine: {
    told: 'Mã truy cập đang được giữ trên máy này. Đăng xuất thì lần sau phải nhập lại mã.',
    out: 'Đăng xuất và xóa mã truy cập khỏi máy này',
  },
  tab: {
    told: 'Mã truy cập chỉ được giữ trong thẻ này. Đăng xuất thì mã không còn ở trình duyệt này; lần sau phải nhập lại mã.',
    out: 'Đăng xuất và xóa mã truy cập khỏi thẻ này',
  },
} as const;
