import type { FixRefusal } from '../../core/fixing/workbook-fix.ts';
import type { PlanFinding } from '../../core/plan/checking/plan-fault.ts';
import type { ReadingContext } from '../../core/reading/read-report.ts';
import type { Remarked } from '../../core/reading/remark-marks.ts';
import type { Result } from '../../core/result.ts';
import type { CheckedFigures } from '../checking/difference.ts';
import type { PrintedDocument } from '../checking/printed-document.ts';
import type { ReadPlanFile } from '../plan-workbook/read-plan-workbook.ts';
import type { Upload } from '../upload/read-upload.ts';

/** What a thread does with a file that may be anybody's. */
export type Job =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  /** Reads some at once; `bytes`: one behind the other, `ends`: where each ends. */
  | { readonly kind: 'readSome'; readonly bytes: Uint8Array; readonly ends: readonly number[] }
  /** Writes remarks into a workbook. */
  | { readonly kind: 'mark'; readonly bytes: Uint8Array; readonly remarked: Remarked }
  /** Reads what a .docx shows of figures. */
  | { readonly kind: 'document'; readonly bytes: Uint8Array }
  /** Compares a workbook with the one that it should be. */
  | { readonly kind: 'compare'; readonly bytes: Uint8Array; readonly wanted: Uint8Array }
  /** Reads a plan workbook; `file`: its name. */
  | { readonly kind: 'plan'; readonly bytes: Uint8Array; readonly file: string }
  /** Looks for faults in a plan and its agencies: JSON of both, each of its shape. */
  | { readonly kind: 'planFaults'; readonly bytes: Uint8Array };

/** What comes of a job; null where the file is none that can be read. */
export interface Made {
  readonly read: Upload;
  readonly readSome: readonly Upload[];
  readonly mark: Result<Uint8Array, FixRefusal>;
  readonly document: PrintedDocument | null;
  readonly compare: CheckedFigures | null;
  readonly plan: ReadPlanFile;
  /** What keeps it from being put in force. */
  readonly planFaults: readonly PlanFinding[];
}

export type JobOf<K extends keyof Made> = Extract<Job, { readonly kind: K }>;

/** The part of the context that many files share; it is large, so a worker is handed it once. */
export type SharedContext = Pick<ReadingContext, 'plan' | 'agencies' | 'previous'>;

/** The rest of the context, sent with each file. */
export type FileContext = Omit<ReadingContext, keyof SharedContext | 'obligationsOf'>;

/** Of a context, the number under which a thread knows the shared part, and the rest. */
export interface SentContext {
  readonly shared: number;
  readonly forFile: FileContext;
}

/** What a thread is asked, one thing at a time; to `know` and to `warm` up is not answered. `under` null: the job needs no context. */
export type ReadingRequest =
  | { readonly kind: 'know'; readonly shared: number; readonly known: SharedContext }
  | { readonly kind: 'warm'; readonly under: SentContext }
  | { readonly kind: 'do'; readonly job: Job; readonly under: SentContext | null };
