import { useEffect, useState } from 'preact/hooks';
import type { MicrosoftSignIn } from '../../contract/routes/get-sign-in.ts';
import { apiOf } from '../api/api.ts';
import { Notice } from '../ui/notice.tsx';
import type { SignedIn } from '../ui/sign-in.tsx';
import { useGone } from '../ui/use-gone.ts';
import { chooseMicrosoft } from './microsoft-choice.ts';
import { SIGN_IN_SENTENCES } from './microsoft-trouble.ts';

interface Props {
  /** Whether this Excel can sign somebody in. */
  readonly able: boolean;
  readonly onSignedIn: (one: SignedIn) => void;
}

/** Signing in with Microsoft 365, where Excel and the service both take it; else nothing. */
export function MicrosoftButton({ able, onSignedIn }: Props) {
  const [offered, setOffered] = useState<MicrosoftSignIn | null>(null);
  const [waiting, setWaiting] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    // Where the service cannot be asked, the access key's own form tells.
    if (able)
      void apiOf(null)
        .signInWays()
        .then((ways) => ways.ok && setOffered(ways.value.value.microsoft));
  }, [able]);
  const isGone = useGone();
  if (!offered) return null;
  const signIn = async (): Promise<void> => {
    setTrouble(null);
    setWaiting(true);
    // Microsoft's library is heavy: it comes when somebody has chosen it.
    const part = await import('./microsoft-sign-in.ts').catch(() => null);
    const found = part && (await part.signInWithMicrosoft(offered, 'a-person'));
    if (isGone.current) return; // somebody has come in otherwise, or left
    setWaiting(false);
    if (found?.ok) {
      chooseMicrosoft(true);
      onSignedIn(found.value);
    } else setTrouble(found?.error ?? SIGN_IN_SENTENCES.offline);
  };
  return (
    <div class="sign-in">
      <button class="primary" type="button" disabled={waiting} onClick={() => void signIn()}>
        {waiting ? 'Đang đăng nhập…' : 'Đăng nhập bằng Microsoft 365'}
      </button>
      {trouble && <Notice kind="error">{trouble}</Notice>}
      <p class="quiet">Bằng tài khoản cơ quan đang dùng trong Excel. Không có tài khoản thì dùng mã truy cập bên dưới.</p>
    </div>
  );
}
