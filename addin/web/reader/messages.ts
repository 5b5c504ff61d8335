import type { ReportEnvelope } from '../../../contract/report-envelope.ts';
import type { ReadingGround } from '../../../contract/routes/get-ground.ts';
import type { WireFinding } from '../../../contract/wire-finding.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Report } from '../../../core/report.ts';
import type { RowsStanding } from '../../../core/rows-filled.ts';

/** A finding with what can be done about it right here; `id` is its place in the list. */
export interface CheckedFinding extends WireFinding {
  readonly id: number;
  /** What each fix says on its button, the likeliest first. */
  readonly offers: readonly string[];
  /** Whether a reason can be written into `Giải trình` of its row. */
  readonly takesReason: boolean;
}

/** What is known of a file once it is read and checked. */
export interface Checked {
  /** Null where nobody knows whose report it would be. */
  readonly report: Report | null;
  readonly findings: readonly CheckedFinding[];
  readonly rows: RowsStanding;
  /** Fixes taken so far. */
  readonly fixes: number;
  /** Fixes that only write what was read anyway: all of them can be taken at once. */
  readonly formatFixes: number;
}

/** What is under way, in the order in which it happens. */
export type ReadingStage = 'unpacking' | 'checking';

/** A file to be read, and everything that it is checked against. */
interface OpenCommand {
  readonly kind: 'open';
  readonly bytes: Uint8Array;
  /** As it was chosen: of what is no workbook the name may say what it is. */
  readonly name: string;
  readonly ground: ReadingGround;
  readonly agency: AgencyId;
  readonly inForce: ReportEnvelope | null;
}

/** What a page asks of the worker, one at a time. `write` gives the file to send, `mark` the one to keep, with its marks. */
export type Command =
  | OpenCommand
  | { readonly kind: 'fix'; readonly finding: number; readonly offer: number }
  | { readonly kind: 'fix-formats' }
  | { readonly kind: 'explain'; readonly finding: number; readonly text: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'write' }
  | { readonly kind: 'mark' };

/** How a command ends. */
export type CommandOutcome =
  | { readonly kind: 'checked'; readonly checked: Checked }
  | { readonly kind: 'written'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly sentence: string };

/** What the worker says: any number of stages, then the outcome. */
export type WorkerMessage = { readonly kind: 'stage'; readonly stage: ReadingStage } | CommandOutcome;
