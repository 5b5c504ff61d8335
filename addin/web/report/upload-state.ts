import type { Receipt } from '../../../contract/receipt.ts';
import type { ReportEnvelope } from '../../../contract/report-envelope.ts';
import type { WireFinding } from '../../../contract/wire-finding.ts';
import type { Setback } from '../../api/ask-until-answered.ts';
import type { ApiTrouble } from '../../api/trouble.ts';
import type { Draft } from '../../ui/draft.ts';
import type { Checked, ReadingStage } from '../reader/messages.ts';
import type { AgencyPeriod } from './agency-period.ts';

/** Where the page stands: nothing known yet, nothing to be had, or one step of the work. */
export type UploadState =
  | { readonly kind: 'opening'; readonly setback: Setback | null }
  | { readonly kind: 'shut'; readonly trouble: ApiTrouble }
  | { readonly kind: 'open'; readonly place: AgencyPeriod; readonly step: UploadStep };

/** A chosen file. */
export interface Chosen {
  readonly name: string;
  readonly size: number;
}

export type UploadStep =
  /** A file is waited for; `unfinished`: one that was being worked on when the page was left. */
  | { readonly kind: 'choosing'; readonly trouble: string | null; readonly unfinished: Draft | null }
  /** The report is being filled in on the page; what is typed stands in its own draft. */
  | { readonly kind: 'entering' }
  | { readonly kind: 'reading'; readonly file: Chosen; readonly stage: ReadingStage }
  | { readonly kind: 'checked'; readonly file: Chosen; readonly checked: Checked; readonly busy: boolean; readonly trouble: string | null }
  /** `safe`: whether this machine keeps the draft. */
  | { readonly kind: 'sending'; readonly draft: Draft; readonly safe: boolean }
  /** Sent as soon as the server is reached; `againAt`: not before (milliseconds, as `Date.now()` counts them). */
  | { readonly kind: 'kept'; readonly draft: Draft; readonly why: string; readonly safe: boolean; readonly againAt: number }
  /** Another version came in between: a person chooses. */
  | { readonly kind: 'clash'; readonly draft: Draft; readonly theirs: ReportEnvelope }
  | { readonly kind: 'refused'; readonly draft: Draft; readonly why: string; readonly findings: readonly WireFinding[] }
  /** `entered`: what was received was filled in on the page, not sent as a file. */
  | { readonly kind: 'received'; readonly receipt: Receipt; readonly entered: boolean };

export type UploadEvent =
  | { readonly kind: 'opened'; readonly place: AgencyPeriod; readonly draft: Draft | null }
  | { readonly kind: 'set-back'; readonly setback: Setback | null }
  | { readonly kind: 'not-opened'; readonly trouble: ApiTrouble }
  | { readonly kind: 'renewed'; readonly place: AgencyPeriod }
  | { readonly kind: 'entering' }
  | { readonly kind: 'chosen'; readonly file: Chosen }
  | { readonly kind: 'stage'; readonly stage: ReadingStage }
  | { readonly kind: 'checked'; readonly checked: Checked }
  | { readonly kind: 'fixing' }
  | { readonly kind: 'trouble'; readonly why: string }
  | { readonly kind: 'put-away' }
  | { readonly kind: 'sending'; readonly draft: Draft; readonly safe: boolean }
  | { readonly kind: 'received'; readonly receipt: Receipt }
  | { readonly kind: 'unreached'; readonly why: string; readonly againAt: number }
  | { readonly kind: 'clashed'; readonly theirs: ReportEnvelope }
  | { readonly kind: 'refused'; readonly why: string; readonly findings: readonly WireFinding[] };
