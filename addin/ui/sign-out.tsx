import { useEffect, useRef, useState } from 'preact/hooks';
import type { AgencyId } from '../../core/plan/agency.ts';
import { forgetAgency, unsentOf } from './kept-here.ts';
import { Notice } from './notice.tsx';
import { unsavedNow } from './unsaved.ts';

interface Props {
  readonly agency: AgencyId;
  readonly onLeft: () => void;
  /** Forgets what a page keeps besides: the pane in its workbook. */
  readonly onForget?: () => Promise<void>;
  readonly word?: string;
}

/** Signs out and leaves nothing of the agency on this machine; asks first where something would be lost. */
export function SignOut({ agency, onLeft, onForget, word = 'Đăng xuất' }: Props) {
  const [lost, setLost] = useState<readonly string[]>([]);
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (lost.length > 0) heading.current?.focus();
  }, [lost]);
  const leave = async (): Promise<void> => {
    await onForget?.();
    await forgetAgency(agency);
    onLeft();
  };
  const ask = async (): Promise<void> => {
    const found = [...unsavedNow(), ...(await unsentOf(agency))];
    if (found.length === 0) await leave();
    else setLost(found);
  };
  if (lost.length === 0)
    return (
      <button type="button" class="link" onClick={() => void ask()}>
        {word}
      </button>
    );
  return (
    <div class="leaving">
      <Notice kind="warning">
        <p tabIndex={-1} ref={heading}>
          <strong>Đăng xuất sẽ bỏ những việc chưa gửi trên máy này:</strong>
        </p>
        <ul>
          {lost.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p class="row">
          <button type="button" onClick={() => setLost([])}>
            Ở lại
          </button>
          <button type="button" onClick={() => void leave()}>
            Bỏ và đăng xuất
          </button>
        </p>
      </Notice>
    </div>
  );
}
