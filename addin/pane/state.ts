import type { Receipt } from '../../contract/receipt.ts';
import type { ReportEnvelope } from '../../contract/report-envelope.ts';
import type { ReadingGround } from '../../contract/routes/get-ground.ts';
import type { Report } from '../../core/report.ts';
import type { Setback } from '../api/patiently.ts';
import type { CheckContext } from '../ui/check-context.ts';
import type { SignedIn } from '../ui/sign-in.tsx';
import type { Shown } from './shown.ts';

/** Whose report this is and what the server has of it. */
export interface Situation {
  readonly session: SignedIn;
  readonly ground: ReadingGround;
  readonly against: CheckContext;
  /** Null while nothing was sent. */
  readonly inForce: ReportEnvelope | null;
}

/** What became of sending. */
export type Sending =
  | { readonly kind: 'idle' }
  | { readonly kind: 'under-way' }
  /** What was asked to be sent, over what: it goes out as it is when the server is reached again. */
  | { readonly kind: 'unreached'; readonly why: string; readonly report: Report; readonly over: Situation; readonly againAt: number }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'clashed'; readonly theirs: ReportEnvelope }
  | { readonly kind: 'received'; readonly receipt: Receipt };

export type State =
  | { readonly step: 'opening' }
  | { readonly step: 'no-excel'; readonly why: string }
  | { readonly step: 'signing-in'; readonly trouble: string | null }
  /** Somebody's key is being asked about, or what it opens. */
  | { readonly step: 'entering'; readonly setback: Setback | null }
  | {
      readonly step: 'working';
      readonly situation: Situation;
      readonly inspection: Shown | null;
      readonly trouble: string | null;
      readonly sending: Sending;
    };

export type Event =
  | { readonly kind: 'no-excel'; readonly why: string }
  | { readonly kind: 'ready' }
  | { readonly kind: 'entering'; readonly setback: Setback | null }
  | { readonly kind: 'refused-in'; readonly why: string }
  | { readonly kind: 'situated'; readonly situation: Situation }
  | { readonly kind: 'inspected'; readonly inspection: Shown }
  | { readonly kind: 'troubled'; readonly why: string }
  | { readonly kind: 'sent'; readonly sending: Sending }
  | { readonly kind: 'signed-out' };

/** The pane's next state; an event that no longer fits its step changes nothing. */
export function reduce(state: State, event: Event): State {
  switch (event.kind) {
    case 'no-excel':
      return { step: 'no-excel', why: event.why };
    case 'ready':
      return state.step === 'opening' ? { step: 'signing-in', trouble: null } : state;
    case 'entering':
      return state.step === 'working' ? state : { step: 'entering', setback: event.setback };
    case 'refused-in':
      // Whoever is at work keeps what is on the screen, a receipt above all.
      if (state.step === 'working') return { ...state, trouble: event.why };
      return { step: 'signing-in', trouble: event.why };
    case 'situated':
      return state.step === 'working'
        ? { ...state, situation: event.situation }
        : { step: 'working', situation: event.situation, inspection: null, trouble: null, sending: { kind: 'idle' } };
    case 'inspected':
      return state.step === 'working' ? { ...state, inspection: event.inspection, trouble: null } : state;
    case 'troubled':
      return state.step === 'working' ? { ...state, trouble: event.why } : state;
    case 'sent':
      return state.step === 'working' ? { ...state, sending: event.sending } : state;
    case 'signed-out':
      return { step: 'signing-in', trouble: null };
  }
}
