import { useState } from 'preact/hooks';
import type { AgencyId } from '../../core/plan/agency.ts';
import { codeInAddress } from './credential-in.ts';
import { Notice } from './notice.tsx';
import { SignOut } from './sign-out.tsx';
import { useAtOnce } from './use-at-once.ts';

interface Props {
  /** Who is signed in here. */
  readonly agency: AgencyId;
  readonly name: string;
  readonly onLeft: () => void;
  readonly onForget?: () => Promise<void>;
}

/**
 * The address that was opened brings a one-time code, and somebody is signed in already: says so and asks. Whose the code is nobody knows
 * before it is used up, so that it is not used unasked.
 */
export function WaitingCode({ agency, name, onLeft, onForget }: Props) {
  const [code, setCode] = useState(codeInAddress);
  useAtOnce(() => {
    const take = (): void => setCode(codeInAddress());
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);
  if (code === '') return null;
  const stay = (): void => {
    history.replaceState(history.state, '', location.pathname + location.search);
    setCode('');
  };
  return (
    <section class="panel waiting-code" aria-label="Mã dùng một lần vừa mở">
      <Notice kind="warning">
        Máy này đang đăng nhập {name}, nên mã dùng một lần trong địa chỉ vừa mở chưa được dùng. Mã là của đơn vị khác thì đăng xuất {name}{' '}
        để đăng nhập bằng mã đó; mã là của {name} thì không cần đăng nhập lại.
      </Notice>
      <div class="row">
        <button type="button" onClick={stay}>
          Tiếp tục với {name}
        </button>
        <SignOut agency={agency} onLeft={onLeft} word={`Đăng xuất ${name} để dùng mã`} {...(onForget && { onForget })} />
      </div>
    </section>
  );
}
