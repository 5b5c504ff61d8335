import type { FixRefusal } from '../../core/fixing/workbook-fix.ts';
import type { ReadingContext } from '../../core/reading/read-report.ts';
import type { RemarkedRows } from '../../core/reading/remark-marks.ts';
import type { Result } from '../../core/result.ts';
import type { CheckedFigures } from '../checking/difference.ts';
import type { Upload } from '../upload/read-upload.ts';

/** What a thread does with a file that may be anybody's. */
export type Job =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  /** Writes remarks into a workbook. */
  | { readonly kind: 'mark'; readonly bytes: Uint8Array; readonly remarks: RemarkedRows }
  /** Reads what the bookmarks of a document cover. */
  | { readonly kind: 'bookmarks'; readonly bytes: Uint8Array }
  /** Compares a workbook with the one that it should be. */
  | { readonly kind: 'compare'; readonly bytes: Uint8Array; readonly wanted: Uint8Array };

/** What comes of a job; null where the file is none that can be read. */
export interface Made {
  readonly read: Upload;
  readonly mark: Result<Uint8Array, FixRefusal>;
  readonly bookmarks: ReadonlyMap<string, string> | null;
  readonly compare: CheckedFigures | null;
}

export type JobOf<K extends keyof Made> = Extract<Job, { readonly kind: K }>;

/** The part of the context that many files share; it is large, so a worker is handed it once. */
export type SharedContext = Pick<ReadingContext, 'plan' | 'agencies' | 'previous'>;

/** The rest of the context, sent with each file. */
export type FileContext = Omit<ReadingContext, keyof SharedContext | 'obligationsOf'>;

/** So many are remembered: a period's settings, and another period's beside them, are in use at a time. The oldest is forgotten first. */
export const MOST_SHARED_CONTEXTS = 4;

/** What a worker is asked, one at a time. `shared` is the number of a shared context that it was handed before; `under` null: the job needs none. */
export type WorkerRequest =
  | { readonly kind: 'know'; readonly shared: number; readonly known: SharedContext }
  | { readonly kind: 'do'; readonly job: Job; readonly under: { readonly shared: number; readonly forFile: FileContext } | null };

/** What a worker says: that it is there, and where the system counts its time (Linux); what it has made; that it is broken. */
export type WorkerAnswer =
  | { readonly kind: 'ready'; readonly task: string | null }
  | { readonly kind: 'made'; readonly made: Made[keyof Made] }
  | { readonly kind: 'broken'; readonly error: string };
