import { useRef, useState } from 'preact/hooks';
import type { MicrosoftSignIn } from '../../../contract/routes/get-sign-in.ts';
import { MICROSOFT_MARK } from '../../../core/page-marks.ts';
import { apiOf } from '../../api/api.ts';
import { Notice } from '../notice.tsx';
import type { SignedIn } from '../sign-in.tsx';
import { useAtOnce } from '../use-at-once.ts';
import { useGone } from '../use-gone.ts';
import type { MicrosoftEntry } from './microsoft-entry.ts';

interface Props {
  readonly entry: MicrosoftEntry;
  /** Of whom it asks the account, in a sentence. */
  readonly help: string;
  /** What the button says while somebody signs in, where it opens the window once more; null where it must not. */
  readonly again: string | null;
  readonly onSignedIn: (one: SignedIn) => void;
}

/** Signing in with Microsoft 365, where the service takes it; else nothing. */
export function MicrosoftButton({ entry, help, again, onSignedIn }: Props) {
  const [offered, setOffered] = useState<MicrosoftSignIn | null>(null);
  const [waiting, setWaiting] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  useAtOnce(() => {
    if (!document.documentElement.hasAttribute(MICROSOFT_MARK)) return;
    // Where the service cannot be asked, the access key's own form tells.
    void apiOf(null)
      .signInWays()
      .then((ways) => ways.ok && setOffered(ways.value.value.microsoft));
  }, []);
  const isGone = useGone();
  const tries = useRef(0);
  if (!offered) return null;
  const signIn = async (): Promise<void> => {
    const own = ++tries.current;
    setTrouble(null);
    setWaiting(true);
    const found = await entry(offered, 'a-person');
    if (isGone.current) return; // somebody has come in otherwise, or left
    if (found.ok) return onSignedIn(found.value);
    if (own !== tries.current) return; // a newer window has taken the place of this one
    setWaiting(false);
    setTrouble(found.error);
  };
  return (
    <div class="sign-in">
      <button type="button" disabled={waiting && again === null} onClick={() => void signIn()}>
        {waiting ? (again ?? 'Đang đăng nhập…') : 'Đăng nhập bằng Microsoft 365'}
      </button>
      {waiting && again !== null && <p role="status">Đang chờ đăng nhập ở cửa sổ của Microsoft…</p>}
      {trouble && <Notice kind="error">{trouble}</Notice>}
      <p class="quiet">{help}</p>
    </div>
  );
}
