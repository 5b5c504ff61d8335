import { render } from 'preact';
import '../../ui/tokens.css';
import '../../ui/base.css';
import './desk.css';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { Notice } from '../../ui/notice.tsx';
import { Opening } from '../../ui/opening.tsx';
import { SignIn } from '../../ui/sign-in.tsx';
import { SignOut } from '../../ui/sign-out.tsx';
import { useSession } from '../../ui/use-session.ts';
import { Desk } from './desk.tsx';

/** The desk is for consolidators and for those who lead rows; whoever else is told where to go. */
function Door() {
  const { one, kept, entering, enter, leave } = useSession();
  if (one && (one.me.roles.includes('consolidator') || one.me.leads.length > 0)) return <Desk {...one} onLeft={leave} />;
  return (
    <main class="page">
      <h1>Dành cho cơ quan tổng hợp</h1>
      {one && (
        <Notice kind="info">
          <p>
            {one.me.name} không tổng hợp và không chủ trì chỉ tiêu nào, nên không dùng trang này. Đơn vị gửi báo cáo ở trang{' '}
            <a href="/">Nộp báo cáo</a>.
          </p>
          <SignOut agency={one.me.agency} onLeft={leave} word="Dùng mã khác" />
        </Notice>
      )}
      {!one && kept && (
        <>
          <Opening what="Đang kiểm tra mã truy cập" asking={entering} />
          <SignOut agency={kept.agency as AgencyId} onLeft={leave} />
        </>
      )}
      {!one && (!kept || entering.refused) && (
        <SignIn onSignedIn={enter} purpose="Dành cho cơ quan tổng hợp và cơ quan chủ trì chỉ tiêu. Đăng nhập bằng mã truy cập được cấp." />
      )}
    </main>
  );
}

const app = document.querySelector('#app');
app?.replaceChildren();
if (app) render(<Door />, app);
