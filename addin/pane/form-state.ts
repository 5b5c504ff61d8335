import type { Receipt } from '../../contract/receipt.ts';
import type { ReportEnvelope } from '../../contract/report-envelope.ts';
import type { ReadingGround } from '../../contract/routes/get-ground.ts';
import type { Workbook } from '../../core/grid.ts';
import type { Report } from '../../core/report.ts';
import type { CheckContext } from '../ui/check-context.ts';
import type { SignedIn } from '../ui/sign-in.tsx';

/** Whose report this is and what the server has of it. */
export interface ReportSituation {
  readonly session: SignedIn;
  readonly ground: ReadingGround;
  /** What the open workbook is checked against. */
  readonly checkContext: CheckContext;
  /** The version in force; null while nothing was sent. */
  readonly inForce: ReportEnvelope | null;
}

/** One content on its way to the server, which counts it once under its key however often it goes out. */
export interface SendAttempt {
  readonly report: Report;
  /** The situation that the person saw when sending: the version in force there is the one that is replaced. */
  readonly over: ReportSituation;
  /** SHA-256 of the report and of the version that it replaces, in hexadecimal digits. */
  readonly content: string;
  /** The idempotency key. */
  readonly key: string;
}

/** How far sending is. */
export type Delivery =
  | { readonly kind: 'idle' }
  /** The form is read and checked once more before it goes out. */
  | { readonly kind: 'reading' }
  | { readonly kind: 'under-way'; readonly attempt: SendAttempt }
  /** The server was not reached: the attempt goes out again, as it is, at that time (milliseconds as `Date.now()` counts them). */
  | { readonly kind: 'unreached'; readonly why: string; readonly attempt: SendAttempt; readonly againAt: number }
  | { readonly kind: 'refused'; readonly why: string }
  /** Somebody else has sent a version meanwhile. */
  | { readonly kind: 'clashed'; readonly theirs: ReportEnvelope }
  | { readonly kind: 'received'; readonly receipt: Receipt };

/** The open form while somebody works on it. What a check finds follows from workbook and situation and is not kept here. */
export interface FormState {
  readonly situation: ReportSituation;
  /** As last read; null before. */
  readonly workbook: Workbook | null;
  readonly trouble: string | null;
  /** Whether Excel tells of edits; an Excel that does not is asked by a click. */
  readonly isLive: boolean;
  /** The receipt that the workbook itself keeps of the version in force. */
  readonly keptReceipt: Receipt | null;
  readonly delivery: Delivery;
  /** Whether the workbook said of which period it is when it was opened: else a consolidating office works on the province. */
  readonly isForm: boolean;
}

export type FormEvent =
  | { readonly kind: 'situation-loaded'; readonly situation: ReportSituation }
  | { readonly kind: 'workbook-read'; readonly workbook: Workbook }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'edits-heard' }
  | { readonly kind: 'edits-unheard' }
  | { readonly kind: 'kept-receipt-read'; readonly receipt: Receipt | null }
  | { readonly kind: 'delivery-changed'; readonly delivery: Delivery };

export const openedForm = (situation: ReportSituation, isForm: boolean): FormState => ({
  situation,
  workbook: null,
  trouble: null,
  isLive: true,
  keptReceipt: null,
  delivery: { kind: 'idle' },
  isForm,
});

/** The form's next state. */
export function reduceForm(state: FormState, event: FormEvent): FormState {
  switch (event.kind) {
    case 'situation-loaded':
      return { ...state, situation: event.situation };
    case 'workbook-read':
      return { ...state, workbook: event.workbook, trouble: null };
    case 'failed':
      return { ...state, trouble: event.why };
    case 'edits-heard':
      return { ...state, isLive: true };
    case 'edits-unheard':
      return { ...state, isLive: false };
    case 'kept-receipt-read':
      return { ...state, keptReceipt: event.receipt };
    case 'delivery-changed':
      return { ...state, delivery: event.delivery };
  }
}
