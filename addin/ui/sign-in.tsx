import { useState } from 'preact/hooks';
import type { Me } from '../../contract/routes/get-me.ts';
import { ok, type Result } from '../../core/result.ts';
import { type Api, apiOf } from '../api/api.ts';
import { type ApiTrouble, troubleText } from '../api/trouble.ts';
import { Notice } from './notice.tsx';
import { keepKey } from './own-key.ts';
import { useGone } from './use-gone.ts';

export interface SignedIn {
  readonly api: Api;
  readonly me: Me;
}

/** Whose key this is; nothing is asked of the API before. */
export async function signIn(key: string): Promise<Result<SignedIn, ApiTrouble>> {
  const api = apiOf(key);
  const answer = await api.me();
  return answer.ok ? ok({ api, me: answer.value.value }) : answer;
}

interface Props {
  readonly onSignedIn: (one: SignedIn) => void;
  /** What the key opens here, in a sentence. */
  readonly purpose: string;
}

/** The form that takes the access key: for this tab, and on this machine only where that is ticked. */
export function SignIn({ onSignedIn, purpose }: Props) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(false);
  const isGone = useGone();
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement); // the form that the event came to
    const key = String(fields.get('key') ?? '').trim();
    if (!key.startsWith('pls_')) return setTrouble('Khóa truy cập bắt đầu bằng “pls_”. Kiểm tra lại khóa đã được cấp.');
    setWaiting(true);
    setTrouble(null);
    const found = await signIn(key);
    if (isGone.current) return; // somebody has come in otherwise, or left
    setWaiting(false);
    if (!found.ok) return setTrouble(troubleText(found.error));
    keepKey({ key, agency: found.value.me.agency }, fields.get('keep') === 'on' ? 'machine' : 'tab');
    onSignedIn(found.value);
  };
  return (
    <form class="sign-in" onSubmit={submit}>
      <p>{purpose}</p>
      <label>
        Khóa truy cập
        <input name="key" type="password" autocomplete="off" spellcheck={false} required aria-describedby="key-help" />
      </label>
      <p id="key-help" class="quiet">
        Khóa do Văn phòng UBND tỉnh hoặc Sở Khoa học và Công nghệ cấp cho từng đơn vị, bắt đầu bằng “pls_”.
      </p>
      <label class="check">
        <input name="keep" type="checkbox" aria-describedby="keep-help" /> Giữ khóa trên máy này
      </label>
      <p id="keep-help" class="quiet">
        Chỉ chọn trên máy của riêng đơn vị. Không chọn thì khóa mất khi đóng thẻ này.
      </p>
      {trouble && <Notice kind="error">{trouble}</Notice>}
      {waiting && <progress aria-label="Đang kiểm tra khóa" />}
      <button class="primary" type="submit" disabled={waiting}>
        {waiting ? 'Đang kiểm tra…' : 'Vào'}
      </button>
    </form>
  );
}
