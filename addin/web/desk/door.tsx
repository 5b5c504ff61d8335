import { useState } from 'preact/hooks';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { FreshKey } from '../../ui/fresh-key.tsx';
import { LeftNotice } from '../../ui/left-notice.tsx';
import { AskAgainNotice } from '../../ui/microsoft/ask-again-notice.tsx';
import { enterInBrowser } from '../../ui/microsoft/browser-entry.ts';
import { MicrosoftButton } from '../../ui/microsoft/microsoft-button.tsx';
import { enterSilently } from '../../ui/microsoft/microsoft-entry.ts';
import { Notice } from '../../ui/notice.tsx';
import { Opening } from '../../ui/opening.tsx';
import { type SignedIn, SignIn } from '../../ui/sign-in.tsx';
import { SignOut } from '../../ui/sign-out.tsx';
import { SiteHeader } from '../../ui/site-header.tsx';
import { type Session, useSession } from '../../ui/use-session.ts';
import { WaitingCode } from '../../ui/waiting-code.tsx';
import { Desk } from './desk.tsx';
import { stopIntake } from './intake/intake-run.ts';

const PURPOSE = 'Dành cho cơ quan tổng hợp và cơ quan chủ trì chỉ tiêu. Đăng nhập bằng mã truy cập được cấp.';

/** The desk is for consolidators and for those who lead rows; whoever else is told where to go. */
export function Door() {
  const session = useSession(() => enterSilently(enterInBrowser));
  const { one } = session;
  /** Where Microsoft 365 goes on knowing whoever has left. */
  const [stillKnown, setStillKnown] = useState<string | null>(null);
  const onLeft = (): void => {
    setStillKnown(one?.microsoft?.signOutAddress ?? null);
    session.leave();
  };
  return (
    <>
      <SiteHeader current="/desk/">{one && <Who {...one} onLeft={onLeft} />}</SiteHeader>
      {one && <WaitingCode agency={one.me.agency} name={one.me.name} onForget={async () => stopIntake(one.api)} onLeft={onLeft} />}
      {one?.microsoft && <AskAgainNotice asked={one.microsoft.again} />}
      {one && (one.me.roles.includes('consolidator') || one.me.leads.length > 0) ? (
        <Desk {...one} />
      ) : (
        <main class="page">
          <h1>Dành cho cơ quan tổng hợp</h1>
          {one ? <Elsewhere {...one} onLeft={onLeft} /> : <Outside {...{ session, stillKnown, onLeft }} />}
        </main>
      )}
    </>
  );
}

type Leaving = SignedIn & { readonly onLeft: () => void };

const Who = ({ api, me, onLeft }: Leaving) => (
  <div class="who quiet">
    {me.person && <b>{me.person}</b>} {me.name} <SignOut agency={me.agency} onForget={async () => stopIntake(api)} onLeft={onLeft} />
  </div>
);

const Elsewhere = ({ me, onLeft }: Leaving) => (
  <Notice kind="info">
    <p>
      {me.name} không tổng hợp và không chủ trì chỉ tiêu nào, nên không dùng trang này. Đơn vị gửi báo cáo ở trang{' '}
      <a href="/">Nộp báo cáo</a>.
    </p>
    <SignOut agency={me.agency} onLeft={onLeft} word="Dùng mã khác" />
  </Notice>
);

interface OutsideProps {
  readonly session: Session;
  readonly stillKnown: string | null;
  readonly onLeft: () => void;
}

/** Nobody is signed in, or the entry of before has not opened yet. */
const Outside = ({ session: { kept, entering, issued, hasLeft, enter }, stillKnown, onLeft }: OutsideProps) => (
  <>
    {stillKnown && (
      <Notice kind="info">
        Đã đăng xuất khỏi Phụ lục số. Trình duyệt này vẫn đăng nhập Microsoft 365; trên máy dùng chung,{' '}
        <a href={stillKnown} target="_blank" rel="noopener">
          đăng xuất khỏi Microsoft 365
        </a>
        .
      </Notice>
    )}
    {hasLeft && !stillKnown && <LeftNotice />}
    {issued && <FreshKey issued={issued} onKept={() => enter(issued.one)} />}
    {kept && !issued && (
      <>
        <Opening what={kept.key ? 'Đang kiểm tra mã truy cập' : 'Đang đăng nhập lại bằng Microsoft 365'} asking={entering} />
        <SignOut agency={kept.agency as AgencyId} onLeft={onLeft} />
      </>
    )}
    {(!kept || entering.refused) && (
      <>
        <MicrosoftButton
          entry={enterInBrowser}
          help="Bằng tài khoản cơ quan. Không có tài khoản thì dùng mã truy cập bên dưới."
          again="Mở lại cửa sổ đăng nhập"
          onSignedIn={enter}
        />
        <SignIn onSignedIn={enter} purpose={PURPOSE} />
      </>
    )}
  </>
);
