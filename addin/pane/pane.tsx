import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { identityLabels } from '../../core/reading/identity-labels.ts';
import type { Me } from '../api/answers.ts';
import { Notice } from '../ui/notice.tsx';
import { keepKey, ownKey } from '../ui/own-key.ts';
import { type SignedIn, SignIn, signIn } from '../ui/sign-in.tsx';
import { openWorkbookPort } from '../workbook/open-port.ts';
import type { WorkbookPort } from '../workbook/port.ts';
import { MicrosoftButton } from './microsoft-button.tsx';
import { situate } from './situate.ts';
import { reduce, type Situation } from './state.ts';
import { troubleSentence } from './trouble-text.ts';

const PURPOSE = 'Nhập khóa truy cập của đơn vị để kiểm tra và gửi biểu đang mở.';

/** What reads, checks and sends: loaded once somebody has signed in, so that the pane itself opens at once. */
const loadWork = async ({ roles }: Me) => {
  const [{ shownOf }, { Working }, both] = await Promise.all([
    import('./shown.ts'),
    import('./working.tsx'),
    roles.includes('consolidator') ? import('./consolidator/both-parts.tsx') : null,
  ]);
  return { shownOf, Working, BothParts: both?.BothParts ?? null };
};
type Work = Awaited<ReturnType<typeof loadWork>>;

/** The period that the open workbook says it is of; null where it says none or cannot be read. */
async function periodOf(port: WorkbookPort | null): Promise<string | null> {
  const workbook = await port?.read();
  return (workbook?.ok && identityLabels(workbook.value)?.period) || null;
}

/** The pane beside the open workbook. */
export function Pane() {
  const [state, dispatch] = useReducer(reduce, { step: 'opening' });
  const port = useRef<WorkbookPort | null>(null);
  const situation = useRef<Situation | null>(null);
  const work = useRef<Work | null>(null);
  const [isLive, setLive] = useState(true);
  // Who is at work; whoever has signed out is not brought back by an answer that came late.
  const present = useRef<SignedIn | null>(null);

  /** Reads the whole form and checks it; events of Excel can be lost, so nothing but the workbook itself is believed. */
  const check = useCallback(async (): Promise<void> => {
    if (!port.current || !situation.current || !work.current) return;
    const workbook = await port.current.read();
    if (workbook.ok) dispatch({ kind: 'inspected', inspection: work.current.shownOf(workbook.value, situation.current.against) });
    else dispatch({ kind: 'troubled', why: troubleSentence(workbook.error) });
  }, []);

  const enter = useCallback(
    async (session: SignedIn): Promise<void> => {
      present.current = session;
      const found = await situate(session, situation.current?.ground.period.period ?? (await periodOf(port.current)));
      if (found.ok) work.current = await loadWork(session.me);
      if (present.current !== session) return;
      if (!found.ok) return dispatch({ kind: 'refused-in', why: found.error });
      situation.current = found.value;
      dispatch({ kind: 'situated', situation: found.value });
      await check();
    },
    [check],
  );

  useEffect(() => {
    let forget: (() => void) | null = null;
    void openWorkbookPort().then(async (opened) => {
      if (!opened.ok) return dispatch({ kind: 'no-excel', why: troubleSentence(opened.error) });
      port.current = opened.value;
      dispatch({ kind: 'ready' });
      const heard = await opened.value.onEdit(check);
      if (heard.ok) forget = () => void heard.value();
      else setLive(false);
      const key = ownKey();
      if (key === null) return;
      const session = await signIn(key);
      if (session.ok) await enter(session.value);
      else dispatch({ kind: 'refused-in', why: session.error });
    });
    return () => forget?.();
  }, [check, enter]);

  if (state.step === 'opening') return <p role="status">Đang mở biểu trong Excel…</p>;
  if (state.step === 'no-excel')
    return (
      <>
        <Notice kind="info">{state.why}</Notice>
        <p>
          <a class="button" href="/" target="_blank" rel="noopener">
            Mở trang nộp báo cáo
          </a>
        </p>
      </>
    );
  if (state.step === 'signing-in')
    return (
      <>
        {state.trouble && <Notice kind="error">{state.trouble}</Notice>}
        <MicrosoftButton able={port.current?.abilities.microsoftSignIn ?? false} onSignedIn={enter} />
        <SignIn purpose={PURPOSE} onSignedIn={enter} />
      </>
    );
  if (!port.current || !work.current) return null;
  const { Working, BothParts } = work.current;
  const own = (
    <Working
      state={state}
      port={port.current}
      check={check}
      isLive={isLive}
      onSent={(sending) => dispatch({ kind: 'sent', sending })}
      onTrouble={(why) => dispatch({ kind: 'troubled', why })}
      refresh={async () => {
        if (present.current === state.situation.session) await enter(state.situation.session);
      }}
      onForget={() => {
        keepKey(null);
        situation.current = null;
        present.current = null;
        dispatch({ kind: 'signed-out' });
      }}
    />
  );
  return BothParts ? (
    <BothParts situation={state.situation} port={port.current}>
      {own}
    </BothParts>
  ) : (
    own
  );
}
