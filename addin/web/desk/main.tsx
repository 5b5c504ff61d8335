import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import '../../ui/tokens.css';
import '../../ui/base.css';
import './desk.css';
import { Notice } from '../../ui/notice.tsx';
import { keepKey, ownKey } from '../../ui/own-key.ts';
import { type SignedIn, SignIn, signIn } from '../../ui/sign-in.tsx';
import { Desk } from './desk.tsx';

/** The desk is for consolidators and for those who lead rows; whoever else is told where to go. */
function Door() {
  const [one, setOne] = useState<SignedIn | null>(null);
  const [waiting, setWaiting] = useState(ownKey() !== null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    const key = ownKey();
    if (!key) return;
    void signIn(key).then((found) => {
      setWaiting(false);
      if (found.ok) setOne(found.value);
      else setTrouble(found.error);
    });
  }, []);
  const onSignOut = (): void => {
    keepKey(null);
    setOne(null);
  };
  if (one && (one.me.roles.includes('consolidator') || one.me.leads.length > 0)) return <Desk {...one} onSignOut={onSignOut} />;
  return (
    <main class="page">
      <h1>Bàn tổng hợp</h1>
      {waiting && <p role="status">Đang kiểm tra khóa…</p>}
      {trouble && <Notice kind="error">{trouble}</Notice>}
      {one && (
        <Notice kind="info">
          <p>
            {one.me.name} không tổng hợp và không chủ trì chỉ tiêu nào, nên không dùng trang này. Đơn vị gửi báo cáo ở trang{' '}
            <a href="/">Gửi báo cáo</a>.
          </p>
          <button type="button" onClick={onSignOut}>
            Dùng khóa khác
          </button>
        </Notice>
      )}
      {!one && !waiting && (
        <SignIn
          onSignedIn={setOne}
          purpose="Dành cho cơ quan tổng hợp và cơ quan chủ trì chỉ tiêu. Đăng nhập bằng khóa truy cập được cấp."
        />
      )}
    </main>
  );
}

const app = document.querySelector('#app');
app?.replaceChildren();
if (app) render(<Door />, app);
