import type { ComponentChildren, FunctionComponent } from 'preact';
import type { Result } from '../../core/result.ts';
import type { Setback } from '../api/ask-until-answered.ts';
import type { ApiTrouble } from '../api/trouble.ts';
import type { WorkbookPort } from '../excel/port.ts';
import type { SignedIn } from '../ui/sign-in.tsx';
import { type FormEvent, type FormState, openedForm, type ReportSituation, reduceForm } from './form-state.ts';

/** One try of somebody to come in; asking again is another. */
export interface SignInAttempt {
  readonly who: () => Promise<Result<SignedIn, ApiTrouble>>;
}

/** What works on the open form; it sees nothing of signing in. */
export interface WorkProps {
  readonly form: FormState;
  readonly port: WorkbookPort;
  readonly dispatch: (event: FormEvent) => void;
  /** The consolidating office's other tab; null for whoever only reports. */
  readonly BothParts: Programs['BothParts'];
  /** Signing out begins: forgets what the workbook keeps for the pane. */
  readonly onForget: () => Promise<void>;
  readonly onLeft: () => void;
}

/** What is loaded once somebody is there. */
export interface Programs {
  readonly PaneWork: FunctionComponent<WorkProps>;
  readonly BothParts: FunctionComponent<{
    readonly situation: ReportSituation;
    readonly port: WorkbookPort;
    readonly isForm: boolean;
    readonly children: ComponentChildren;
  }> | null;
}

export type PaneState =
  | { readonly step: 'opening' }
  | { readonly step: 'no-excel'; readonly why: string }
  | { readonly step: 'signing-in'; readonly port: WorkbookPort; readonly trouble: string | null; readonly hasLeft: boolean }
  /** Somebody's key is being asked about, or what it opens. */
  | { readonly step: 'entering'; readonly port: WorkbookPort; readonly entry: SignInAttempt; readonly setback: Setback | null }
  | { readonly step: 'working'; readonly port: WorkbookPort; readonly programs: Programs; readonly form: FormState }
  /** What the workbook keeps for the pane is being forgotten. */
  | { readonly step: 'leaving'; readonly port: WorkbookPort };

export type PaneEvent =
  | { readonly kind: 'no-excel'; readonly why: string }
  /** Excel is there; whoever had signed in before comes in at once. */
  | { readonly kind: 'excel-opened'; readonly port: WorkbookPort; readonly entry: SignInAttempt | null }
  | { readonly kind: 'entry-begun'; readonly entry: SignInAttempt }
  | { readonly kind: 'entry-delayed'; readonly entry: SignInAttempt; readonly setback: Setback }
  | { readonly kind: 'entry-refused'; readonly entry: SignInAttempt; readonly why: string }
  | {
      readonly kind: 'entered';
      readonly entry: SignInAttempt;
      readonly situation: ReportSituation;
      readonly programs: Programs;
      readonly isForm: boolean;
    }
  /** Something happened to the form of whoever had signed in so. */
  | { readonly kind: 'form'; readonly session: SignedIn; readonly event: FormEvent }
  | { readonly kind: 'leaving' }
  | { readonly kind: 'signed-out' };

/** The pane's next state; an event that came late (of another try to come in, of whoever has signed out) changes nothing. */
export function reducePane(state: PaneState, event: PaneEvent): PaneState {
  switch (event.kind) {
    case 'no-excel':
      return { step: 'no-excel', why: event.why };
    case 'excel-opened': {
      const { entry, port } = event;
      if (state.step !== 'opening') return state;
      return entry ? { step: 'entering', port, entry, setback: null } : { step: 'signing-in', port, trouble: null, hasLeft: false };
    }
    case 'entry-begun':
      return state.step === 'signing-in' || state.step === 'entering'
        ? { step: 'entering', port: state.port, entry: event.entry, setback: null }
        : state;
    case 'entry-delayed':
      return isEntering(state, event) ? { ...state, setback: event.setback } : state;
    case 'entry-refused':
      return isEntering(state, event) ? { step: 'signing-in', port: state.port, trouble: event.why, hasLeft: false } : state;
    case 'entered': {
      const { programs, isForm, situation } = event;
      return isEntering(state, event) ? { step: 'working', port: state.port, programs, form: openedForm(situation, isForm) } : state;
    }
    case 'form':
      return state.step === 'working' && state.form.situation.session === event.session
        ? { ...state, form: reduceForm(state.form, event.event) }
        : state;
    case 'leaving':
      return 'port' in state ? { step: 'leaving', port: state.port } : state;
    case 'signed-out':
      return 'port' in state ? { step: 'signing-in', port: state.port, trouble: null, hasLeft: true } : state;
  }
}

const isEntering = (
  state: PaneState,
  { entry }: { readonly entry: SignInAttempt },
): state is Extract<PaneState, { readonly step: 'entering' }> => state.step === 'entering' && state.entry === entry;
