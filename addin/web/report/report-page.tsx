import { useEffect, useState } from 'preact/hooks';
import type { PeriodLine } from '../../api/answers.ts';
import { troubleText } from '../../api/trouble.ts';
import { Notice } from '../../ui/notice.tsx';
import { keepKey, ownKey } from '../../ui/own-key.ts';
import { type SignedIn, SignIn, signIn } from '../../ui/sign-in.tsx';
import { SiteHeader } from '../../ui/site-header.tsx';
import { KeptDrafts } from './kept-drafts.tsx';
import { Workspace } from './workspace.tsx';

type Entry =
  | { readonly kind: 'entering' }
  | { readonly kind: 'out'; readonly trouble: string | null }
  | { readonly kind: 'in'; readonly session: SignedIn; readonly periods: readonly PeriodLine[] };

const PURPOSE = 'Nhập khóa truy cập của đơn vị để lấy biểu, kiểm tra và gửi báo cáo. Không cần cài gì thêm.';

/** The upload page: sign in, then the report of the period that the address names. */
export function ReportPage() {
  const [entry, setEntry] = useState<Entry>(ownKey() === null ? { kind: 'out', trouble: null } : { kind: 'entering' });
  const [chosen, choose] = useState(() => new URLSearchParams(location.search).get('ky'));

  const enter = async (session: SignedIn): Promise<void> => {
    const periods = await session.api.periods();
    if (!periods.ok) return setEntry({ kind: 'out', trouble: troubleText(periods.error) });
    setEntry({ kind: 'in', session, periods: periods.value.value.periods });
  };
  const enterAgain = async (): Promise<void> => {
    const key = ownKey();
    if (key === null) return;
    setEntry({ kind: 'entering' });
    const session = await signIn(key);
    await (session.ok ? enter(session.value) : setEntry({ kind: 'out', trouble: session.error }));
  };
  useEffect(() => void enterAgain(), []);

  const select = (period: string): void => {
    history.replaceState(null, '', `?${new URLSearchParams({ ky: period })}`);
    choose(period);
  };
  return (
    <>
      <SiteHeader current="/" />
      <main class="page report">
        {entry.kind === 'in' ? (
          <SignedInPage
            entry={entry}
            chosen={chosen}
            onSelect={select}
            onForget={() => {
              keepKey(null);
              setEntry({ kind: 'out', trouble: null });
            }}
          />
        ) : (
          <>
            <h1>Nộp báo cáo</h1>
            {entry.kind === 'entering' ? (
              <p role="status">Đang mở…</p>
            ) : (
              <Outside trouble={entry.trouble} onAgain={enterAgain} onSignedIn={enter} />
            )}
          </>
        )}
      </main>
    </>
  );
}

interface OutsideProps {
  readonly trouble: string | null;
  readonly onAgain: () => Promise<void>;
  readonly onSignedIn: (session: SignedIn) => Promise<void>;
}

/** Nobody is signed in, or the kept key did not open. */
function Outside({ trouble, onAgain, onSignedIn }: OutsideProps) {
  useEffect(() => {
    const again = (): void => void onAgain();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  });
  return (
    <>
      {trouble && (
        <Notice kind="error">
          <p>{trouble}</p>
          {ownKey() !== null && (
            <button type="button" onClick={onAgain}>
              Thử lại với khóa trên máy này
            </button>
          )}
        </Notice>
      )}
      {trouble && ownKey() !== null && <KeptDrafts />}
      <SignIn onSignedIn={onSignedIn} purpose={PURPOSE} />
    </>
  );
}

interface InProps {
  readonly entry: Extract<Entry, { kind: 'in' }>;
  readonly chosen: string | null;
  readonly onSelect: (period: string) => void;
  readonly onForget: () => void;
}

function SignedInPage({ entry: { session, periods }, chosen, onSelect, onForget }: InProps) {
  const period = periods.find((one) => one.period === chosen) ?? periods.findLast(({ state }) => state === 'open') ?? periods.at(-1);
  return (
    <>
      <div class="row who">
        <h1>
          {session.me.name} <span class="quiet">Nộp báo cáo{period ? ` kỳ ${period.period}` : ''}</span>
        </h1>
        <button type="button" class="link" onClick={onForget}>
          Quên khóa trên máy này
        </button>
      </div>
      {periods.length > 1 && (
        <label class="period">
          Kỳ báo cáo
          <select value={period?.period ?? ''} onChange={(event) => onSelect(event.currentTarget.value)}>
            {periods.map((one) => (
              <option key={one.period} value={one.period}>
                {one.period}
                {one.state === 'open' ? '' : ' (đã khóa)'}
              </option>
            ))}
          </select>
        </label>
      )}
      {period ? (
        <Workspace key={period.period} session={session} period={period} />
      ) : (
        <Notice kind="info">Chưa có kỳ báo cáo nào được mở. Văn phòng UBND tỉnh mở kỳ thì biểu của đơn vị hiện ở đây.</Notice>
      )}
    </>
  );
}
