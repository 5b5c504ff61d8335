import type { Receipt, ReportEnvelope, WireFinding } from '../../api/answers.ts';
import type { Checked, Stage } from '../reader/messages.ts';
import type { Draft } from './draft.ts';
import type { Place } from './place.ts';

/** Where the page stands: nothing known yet, nothing to be had, or one step of the work. */
export type State =
  | { readonly kind: 'opening' }
  | { readonly kind: 'shut'; readonly why: string }
  | { readonly kind: 'open'; readonly place: Place; readonly step: Step };

/** A chosen file. */
export interface Chosen {
  readonly name: string;
  readonly size: number;
}

export type Step =
  /** A file is waited for; `unfinished`: one that was being worked on when the page was left. */
  | { readonly kind: 'choosing'; readonly trouble: string | null; readonly unfinished: Draft | null }
  | { readonly kind: 'reading'; readonly file: Chosen; readonly stage: Stage }
  | { readonly kind: 'checked'; readonly file: Chosen; readonly checked: Checked; readonly busy: boolean; readonly trouble: string | null }
  /** `safe`: whether this machine keeps the draft. */
  | { readonly kind: 'sending'; readonly draft: Draft; readonly safe: boolean }
  /** Sent as soon as the server is reached. */
  | { readonly kind: 'kept'; readonly draft: Draft; readonly why: string; readonly safe: boolean }
  /** Another version came in between: a person chooses. */
  | { readonly kind: 'clash'; readonly draft: Draft; readonly theirs: ReportEnvelope }
  | { readonly kind: 'refused'; readonly draft: Draft; readonly why: string; readonly findings: readonly WireFinding[] }
  | { readonly kind: 'received'; readonly receipt: Receipt };

export type Event =
  | { readonly kind: 'opened'; readonly place: Place; readonly draft: Draft | null }
  | { readonly kind: 'not-opened'; readonly why: string }
  | { readonly kind: 'renewed'; readonly place: Place }
  | { readonly kind: 'chosen'; readonly file: Chosen }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'checked'; readonly checked: Checked }
  | { readonly kind: 'mending' }
  | { readonly kind: 'trouble'; readonly why: string }
  | { readonly kind: 'put-away' }
  | { readonly kind: 'sending'; readonly draft: Draft; readonly safe: boolean }
  | { readonly kind: 'received'; readonly receipt: Receipt }
  | { readonly kind: 'unreached'; readonly why: string }
  | { readonly kind: 'clashed'; readonly theirs: ReportEnvelope }
  | { readonly kind: 'refused'; readonly why: string; readonly findings: readonly WireFinding[] };
