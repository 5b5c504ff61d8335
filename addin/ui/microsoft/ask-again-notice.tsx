import { useState } from 'preact/hooks';
import { Notice } from '../notice.tsx';
import { useAtOnce } from '../use-at-once.ts';
import type { AskedAgain } from './asked-again.ts';
import './ask-again-notice.css';

/** Stays in sight while the work waits for whoever signed in with Microsoft 365 to do so again. */
export function AskAgainNotice({ asked }: { readonly asked: AskedAgain }) {
  const [waiting, setWaiting] = useState(asked.waiting);
  useAtOnce(() => asked.listen(() => setWaiting(asked.waiting())), [asked]);
  if (!waiting) return null;
  return (
    <div class="ask-again">
      <Notice kind="warning">
        <p>Phiên đăng nhập Microsoft 365 đã hết hạn. Đăng nhập lại để tiếp tục; nội dung đang làm vẫn còn.</p>
        {waiting.trouble && <p role="alert">{waiting.trouble}</p>}
        <button type="button" onClick={waiting.open}>
          Đăng nhập lại
        </button>
      </Notice>
    </div>
  );
}
