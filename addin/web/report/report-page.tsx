import { useState } from 'preact/hooks';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { failed, ok } from '../../../core/result.ts';
import { periodLabel, shortPeriodName } from '../../../core/wording/period-names.ts';
import type { Api } from '../../api/api.ts';
import { FreshKey } from '../../ui/fresh-key.tsx';
import { LeftNotice } from '../../ui/left-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Opening } from '../../ui/opening.tsx';
import { SenderChoice } from '../../ui/sender-choice.tsx';
import { sendersOf } from '../../ui/senders.ts';
import { type SignedIn, SignIn } from '../../ui/sign-in.tsx';
import { SignOut } from '../../ui/sign-out.tsx';
import { SiteHeader } from '../../ui/site-header.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { type Session, useSession } from '../../ui/use-session.ts';
import { WaitingCode } from '../../ui/waiting-code.tsx';
import { KeptDrafts } from './kept-drafts.tsx';

const PURPOSE = 'Nhập mã truy cập của đơn vị để lấy biểu, kiểm tra và gửi báo cáo. Không cần cài gì thêm.';

/** The upload page: sign in, then the report of the period that the address names. */
export function ReportPage() {
  const session = useSession(null);
  return (
    <>
      <SiteHeader current="/" />
      <main class="page report">
        {session.one ? (
          <SignedInPage key={session.one.me.agency} session={session.one} onLeft={session.leave} />
        ) : (
          <Outside session={session} />
        )}
      </main>
    </>
  );
}

/** Nobody is signed in, or the key of before has not opened yet. */
const Outside = ({ session: { kept, entering, issued, hasLeft, enter, leave } }: { readonly session: Session }) => (
  <>
    <h1>Nộp báo cáo</h1>
    {hasLeft && <LeftNotice />}
    {issued && <FreshKey issued={issued} onKept={() => enter(issued.one)} />}
    {kept && !issued && (
      <>
        <Opening what="Đang mở" asking={entering} />
        {(entering.setback || entering.refused) && <KeptDrafts agency={kept.agency as AgencyId} isOffline={entering.refused === null} />}
        <SignOut agency={kept.agency as AgencyId} onLeft={leave} />
      </>
    )}
    {(!kept || entering.refused) && <SignIn onSignedIn={enter} purpose={PURPOSE} />}
  </>
);

/** What shows and sends a report: loaded while the server is asked, so that the page itself opens at once. */
const loadWorkspace = () => import('./workspace.tsx').catch(() => null);

async function openingOf(api: Api) {
  const [listed, loaded] = await Promise.all([api.periods(), loadWorkspace()]);
  if (!listed.ok) return listed;
  return loaded ? ok({ periods: listed.value.value.periods, Workspace: loaded.Workspace }) : failed({ kind: 'offline' } as const);
}

const queried = (name: string): string | null => new URLSearchParams(location.search).get(name);

function SignedInPage({ session, onLeft }: { readonly session: SignedIn; readonly onLeft: () => void }) {
  const [chosen, choose] = useState(() => queried('ky'));
  const [wanted, want] = useState(() => queried('don-vi'));
  const opening = useAsked(() => openingOf(session.api), [session]);
  const { periods = [], Workspace } = opening.value ?? {};
  const period = periods.find((one) => one.period === chosen) ?? periods.findLast(({ state }) => state === 'open') ?? periods.at(-1);
  const { me } = session;
  const senders = sendersOf(me);
  const { agency } = senders.find((one) => one.agency === wanted) ?? senders[0] ?? me;
  const select = (name: 'ky' | 'don-vi', value: string): void => {
    const query = new URLSearchParams(location.search);
    query.set(name, value);
    history.replaceState(null, '', `?${query}`);
    (name === 'ky' ? choose : want)(value);
  };
  return (
    <>
      <div class="row who">
        <h1>
          {session.me.name} <span class="quiet">Nộp báo cáo{period ? ` kỳ ${shortPeriodName(period.period)}` : ''}</span>
        </h1>
        <SignOut agency={session.me.agency} onLeft={onLeft} />
      </div>
      <WaitingCode agency={session.me.agency} name={session.me.name} onLeft={onLeft} />
      {!opening.value && <Opening what="Đang lấy các kỳ báo cáo" asking={opening} />}
      {!opening.value && (opening.setback || opening.refused) && (
        <KeptDrafts agency={session.me.agency} isOffline={opening.refused === null} />
      )}
      {periods.length > 1 && (
        <label class="period">
          Kỳ báo cáo
          <select value={period?.period ?? ''} onChange={(event) => select('ky', event.currentTarget.value)}>
            {periods.map((one) => (
              <option key={one.period} value={one.period}>
                {periodLabel(one.period)}
                {one.state === 'open' ? '' : ' (đã khóa)'}
              </option>
            ))}
          </select>
        </label>
      )}
      <SenderChoice class="period" {...{ senders }} chosen={agency} onChoose={(one) => select('don-vi', one)} />
      {period && Workspace && <Workspace key={`${agency} ${period.period}`} session={session} agency={agency} period={period} />}
      {opening.value && !period && (
        <Notice kind="info">Chưa có kỳ báo cáo nào được mở. Cơ quan tổng hợp mở kỳ thì biểu của đơn vị hiện ở đây.</Notice>
      )}
    </>
  );
}
