import { useReducer } from 'preact/hooks';
import type { AgencyId } from '../../core/plan/agency.ts';
import { ok } from '../../core/result.ts';
import { askUntilAnswered, type Setback } from '../api/ask-until-answered.ts';
import { troubleText } from '../api/trouble.ts';
import { openWorkbookPort } from '../excel/open-port.ts';
import { onForgotten } from '../ui/kept-here.ts';
import { LeftNotice } from '../ui/left-notice.tsx';
import { MicrosoftButton } from '../ui/microsoft/microsoft-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Opening } from '../ui/opening.tsx';
import { ownKey } from '../ui/own-key.ts';
import { type SignedIn, SignIn } from '../ui/sign-in.tsx';
import { SignOut } from '../ui/sign-out.tsx';
import { useAtOnce } from '../ui/use-at-once.ts';
import { enter } from './enter.ts';
import { enterByOffice, silentEntry } from './enter-silently.ts';
import { ExcelWaiting } from './excel-status.tsx';
import { forgetReceipt } from './kept-receipt.ts';
import { chooseMicrosoft } from './microsoft-choice.ts';
import { forgetSendAttempt } from './send-attempt.ts';
import { type PaneEvent, type PaneState, reducePane, type SignInAttempt } from './state.ts';
import { NO_PERIOD, troubleSentence } from './trouble-text.ts';

const PURPOSE = 'Nhập mã truy cập của đơn vị để kiểm tra và gửi biểu đang mở.';

/** The pane beside the open workbook. */
export function Pane() {
  const [state, dispatch] = useReducer(reducePane, { step: 'opening' });
  useAtOnce(() => {
    void openWorkbookPort().then((opened) => {
      if (opened.ok) dispatch({ kind: 'excel-opened', port: opened.value, entry: silentEntry(opened.value) });
      else dispatch({ kind: 'no-excel', why: troubleSentence(opened.error) });
    });
  }, []);
  useEntering(state, dispatch);

  const port = 'port' in state ? state.port : null;
  const onForget = async (): Promise<void> => {
    dispatch({ kind: 'leaving' });
    chooseMicrosoft(false);
    await new Promise((resolve) => setTimeout(resolve)); // what works for whoever leaves has ended before anything is forgotten
    if (port) await Promise.all([forgetReceipt(port), forgetSendAttempt(port)]);
  };
  const onLeft = (): void => dispatch({ kind: 'signed-out' });
  const agency = state.step === 'working' ? state.form.situation.session.me.agency : ownKey()?.agency;
  useAtOnce(
    () => (agency ? onForgotten(agency as AgencyId, () => void onForget().then(onLeft)) : undefined), // kept as its owner signed in
    [agency, port],
  );

  switch (state.step) {
    case 'opening':
      return <p role="status">Đang mở biểu trong Excel…</p>;
    case 'no-excel':
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
    case 'signing-in': {
      const onSignedIn = (one: SignedIn): void => dispatch({ kind: 'entry-begun', entry: { who: async () => ok(one) } });
      return (
        <>
          {state.trouble && <Notice kind="error">{state.trouble}</Notice>}
          {state.hasLeft && <LeftNotice />}
          {state.port.abilities.microsoftSignIn && (
            <MicrosoftButton
              entry={enterByOffice}
              help="Bằng tài khoản cơ quan đang dùng trong Excel. Không có tài khoản thì dùng mã truy cập bên dưới."
              again={null}
              onSignedIn={(one) => {
                chooseMicrosoft(true);
                onSignedIn(one);
              }}
            />
          )}
          <SignIn purpose={PURPOSE} onSignedIn={onSignedIn} />
        </>
      );
    }
    case 'entering': {
      const again = (): void => dispatch({ kind: 'entry-begun', entry: { ...state.entry } });
      return (
        <>
          <ExcelWaiting pulse={state.port.pulse} />
          <Opening what="Đang mở báo cáo của đơn vị" asking={{ refused: null, setback: state.setback, again }} />
          {agency && <SignOut agency={agency as AgencyId} onForget={onForget} onLeft={onLeft} />}
        </>
      );
    }
    case 'working': {
      const { form, programs } = state;
      const { session } = form.situation;
      return (
        <>
          <ExcelWaiting pulse={state.port.pulse} />
          <programs.PaneWork
            form={form}
            port={state.port}
            dispatch={(event) => dispatch({ kind: 'form', session, event })}
            BothParts={programs.BothParts}
            onForget={onForget}
            onLeft={onLeft}
          />
        </>
      );
    }
    case 'leaving':
      return <p role="status">Đang đăng xuất…</p>;
  }
}

/** Comes in, however long the server takes; a newer try takes the place of the one before. */
function useEntering(state: PaneState, dispatch: (event: PaneEvent) => void): void {
  const entry: SignInAttempt | null = state.step === 'entering' ? state.entry : null;
  useAtOnce(() => {
    if (state.step !== 'entering') return;
    const { port, entry: own } = state;
    const ending = new AbortController();
    const onSetback = (setback: Setback): void => dispatch({ kind: 'entry-delayed', entry: own, setback });
    void askUntilAnswered(() => enter(own, port, ending.signal), onSetback, ending.signal).then((found) => {
      if (!found.ok) return dispatch({ kind: 'entry-refused', entry: own, why: troubleText(found.error) });
      const { programs, situation, isForm } = found.value;
      if (!situation) return dispatch({ kind: 'entry-refused', entry: own, why: NO_PERIOD });
      dispatch({ kind: 'entered', entry: own, situation, programs, isForm });
    });
    return () => ending.abort();
  }, [entry]);
}
