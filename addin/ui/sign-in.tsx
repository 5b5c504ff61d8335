import { useRef, useState } from 'preact/hooks';
import type { Me } from '../../contract/routes/get-me.ts';
import { ok, type Result } from '../../core/result.ts';
import { type Api, apiOf } from '../api/api.ts';
import { type ApiTrouble, troubleText } from '../api/trouble.ts';
import { codeInAddress, credentialIn } from './credential-in.ts';
import { FreshKey, type Issued } from './fresh-key.tsx';
import type { AskedAgain } from './microsoft/asked-again.ts';
import { Notice } from './notice.tsx';
import { keepKey } from './own-key.ts';
import { useAtOnce } from './use-at-once.ts';
import { useGone } from './use-gone.ts';

export interface SignedIn {
  readonly api: Api;
  readonly me: Me;
  /** Where Microsoft 365 vouches for the person. */
  readonly microsoft?: {
    readonly again: AskedAgain;
    /** Signs out of Microsoft 365 itself, in this browser. */
    readonly signOutAddress: string;
  };
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
  const [issued, setIssued] = useState<Issued | null>(null);
  /** A key that nobody has been shown yet. */
  const fresh = useRef<string | null>(null);
  const isGone = useGone();
  const [codeAtFirst] = useState(codeInAddress);
  const field = useRef<HTMLInputElement>(null);
  useAtOnce(() => {
    // A link with a code that is opened where the page stands already changes the address alone.
    const take = (): void => {
      const code = codeInAddress();
      if (code === '' || !field.current) return;
      field.current.value = code;
      setTrouble(null);
    };
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement; // the form that the event came to
    const fields = new FormData(form);
    const shown = credentialIn(String(fields.get('key') ?? ''));
    const stays = fields.get('keep') === 'on' ? 'machine' : 'tab';
    if (!shown) return setTrouble('Mã truy cập bắt đầu bằng “pls_”, mã dùng một lần bắt đầu bằng “plc_”. Kiểm tra lại mã đã được cấp.');
    setWaiting(true);
    setTrouble(null);
    const changed = shown.kind === 'code' ? await apiOf(null).useCode(shown.text) : null;
    if (changed && !changed.ok) {
      setWaiting(false);
      return setTrouble(troubleText(changed.error));
    }
    const own = changed?.ok ? changed.value.value : null;
    // The code is used up: whatever goes wrong from here on, its key stays in this tab and in the field.
    if (own) {
      fresh.current = own.key;
      keepKey({ ...own, unsaved: true }, stays);
      history.replaceState(history.state, '', location.pathname + location.search); // the code is of no use any more
      if (field.current) field.current.value = own.key;
    }
    const owned = own?.key ?? shown.text;
    const found = await signIn(owned);
    if (isGone.current) return; // somebody has come in otherwise, or left
    setWaiting(false);
    if (!found.ok) return setTrouble(troubleText(found.error));
    const isFresh = owned === fresh.current;
    keepKey({ key: owned, agency: found.value.me.agency, ...(isFresh && { unsaved: true }) }, stays);
    if (isFresh) return setIssued({ key: owned, one: found.value });
    onSignedIn(found.value);
  };
  if (issued) return <FreshKey issued={issued} onKept={() => onSignedIn(issued.one)} />;
  return (
    <form class="sign-in" noValidate onSubmit={submit}>
      <p>{purpose}</p>
      <label>
        Mã truy cập hoặc mã dùng một lần
        <input
          ref={field}
          name="key"
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          required
          defaultValue={codeAtFirst}
          aria-describedby="key-help"
        />
      </label>
      <p id="key-help" class="quiet">
        Dán mã ghi trong thư giao biểu (bắt đầu bằng “plc_”, dùng một lần) hoặc mã truy cập đã có (bắt đầu bằng “pls_”). Mất mã: liên hệ đầu
        mối ghi trong thư giao biểu, hoặc cơ quan tổng hợp.
      </p>
      <label class="check">
        <input name="keep" type="checkbox" aria-describedby="keep-help" /> Giữ đăng nhập trên máy này
      </label>
      <p id="keep-help" class="quiet">
        Chỉ chọn trên máy của riêng đơn vị. Không chọn thì mã mất khi đóng trang này.
      </p>
      {trouble && <Notice kind="error">{trouble}</Notice>}
      {waiting && <progress aria-label="Đang kiểm tra mã truy cập" />}
      <button class="primary" type="submit" disabled={waiting}>
        {waiting ? 'Đang kiểm tra…' : 'Đăng nhập'}
      </button>
    </form>
  );
}
