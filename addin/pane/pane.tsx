import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Me } from '../../contract/routes/get-me.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { identityLabels } from '../../core/reading/identity-labels.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { patiently, type Setback } from '../api/patiently.ts';
import { type ApiTrouble, troubleText } from '../api/trouble.ts';
import { openWorkbookPort } from '../excel/open-port.ts';
import type { WorkbookPort } from '../excel/port.ts';
import { onForgotten } from '../ui/kept-here.ts';
import { Notice } from '../ui/notice.tsx';
import { Opening } from '../ui/opening.tsx';
import { ownKey } from '../ui/own-key.ts';
import { type SignedIn, SignIn, signIn } from '../ui/sign-in.tsx';
import { SignOut } from '../ui/sign-out.tsx';
import { forgetReceipt } from './kept-receipt.ts';
import { MicrosoftButton } from './microsoft-button.tsx';
import { forgetUnderWay } from './send.ts';
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

type Who = () => Promise<Result<SignedIn, ApiTrouble>>;

interface Found {
  readonly session: SignedIn;
  /** Null where no period was ever opened. */
  readonly situation: Situation | null;
  readonly programs: Work;
}

const NO_PERIOD = 'Chưa có kỳ báo cáo nào được mở. Liên hệ cơ quan tổng hợp.';

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

  const retry = useRef<() => void>(() => undefined);
  const entering = useRef(new AbortController());

  /** Reads the whole form and checks it; events of Excel can be lost, so nothing but the workbook itself is believed. */
  const check = useCallback(async (): Promise<void> => {
    if (!port.current || !situation.current || !work.current) return;
    const workbook = await port.current.read();
    if (workbook.ok) dispatch({ kind: 'inspected', inspection: work.current.shownOf(workbook.value, situation.current.against) });
    else dispatch({ kind: 'troubled', why: troubleSentence(workbook.error) });
  }, []);

  /** Who somebody is, what the server has of the report, and the programs that work on it. */
  const findOut = useCallback(async (who: Who): Promise<Result<Found, ApiTrouble>> => {
    const session = await who();
    if (!session.ok) return session;
    present.current = session.value;
    const found = await situate(session.value, situation.current?.ground.period.period ?? (await periodOf(port.current)));
    if (!found.ok) return found;
    const programs = await loadWork(session.value.me).catch(() => null);
    return programs ? ok({ session: session.value, situation: found.value, programs }) : failed({ kind: 'offline' });
  }, []);

  const take = useCallback(
    async (found: Result<Found, ApiTrouble>): Promise<void> => {
      if (!found.ok) return dispatch({ kind: 'refused-in', why: troubleText(found.error) });
      if (present.current !== found.value.session) return;
      if (!found.value.situation) return dispatch({ kind: 'refused-in', why: NO_PERIOD });
      work.current = found.value.programs;
      situation.current = found.value.situation;
      dispatch({ kind: 'situated', situation: found.value.situation });
      await check();
    },
    [check],
  );

  /** Comes in, however long the server takes. */
  const enter = useCallback(
    async (who: Who): Promise<void> => {
      entering.current.abort();
      const own = new AbortController();
      entering.current = own;
      retry.current = () => void enter(who);
      const onSetback = (setback: Setback | null): void => {
        if (!own.signal.aborted) dispatch({ kind: 'entering', setback });
      };
      onSetback(null);
      const found = await patiently(() => findOut(who), onSetback, own.signal);
      if (!own.signal.aborted) await take(found);
    },
    [findOut, take],
  );

  const leave = (): void => {
    entering.current.abort();
    situation.current = null;
    present.current = null;
    dispatch({ kind: 'signed-out' });
  };
  /** What the workbook keeps for the pane. */
  const forgetInWorkbook = async (): Promise<void> => {
    present.current = null;
    if (port.current) await Promise.all([forgetReceipt(port.current), forgetUnderWay(port.current)]);
  };

  useEffect(() => {
    let forget: (() => void) | null = null;
    void openWorkbookPort().then(async (opened) => {
      if (!opened.ok) return dispatch({ kind: 'no-excel', why: troubleSentence(opened.error) });
      port.current = opened.value;
      dispatch({ kind: 'ready' });
      const heard = await opened.value.onEdit(check);
      if (heard.ok) forget = () => void heard.value();
      else setLive(false);
      const kept = ownKey();
      if (kept !== null) await enter(() => signIn(kept.key));
    });
    return () => forget?.();
  }, [check, enter]);

  const agency = state.step === 'working' ? state.situation.session.me.agency : ownKey()?.agency;
  useEffect(() => (agency ? onForgotten(agency as AgencyId, () => void forgetInWorkbook().then(leave)) : undefined), [agency]);

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
        <MicrosoftButton able={port.current?.abilities.microsoftSignIn ?? false} onSignedIn={(one) => void enter(async () => ok(one))} />
        <SignIn purpose={PURPOSE} onSignedIn={(one) => void enter(async () => ok(one))} />
      </>
    );
  if (state.step === 'entering')
    return (
      <>
        <Opening what="Đang mở báo cáo của đơn vị" asking={{ refused: null, setback: state.setback, again: () => retry.current() }} />
        {agency && <SignOut agency={agency as AgencyId} onForget={forgetInWorkbook} onLeft={leave} />}
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
      isPresent={() => present.current === state.situation.session}
      refresh={async () => {
        const { session } = state.situation;
        if (present.current === session) await take(await findOut(async () => ok(session)));
      }}
      onForget={forgetInWorkbook}
      onLeft={leave}
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
