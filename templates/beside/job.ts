import type { ReadingContext } from '../../core/reading/read-report.ts';
import type { Upload } from '../upload/read-upload.ts';

/** The part of the context that many files share; it is large, so a worker is handed it once. */
export type SharedContext = Pick<ReadingContext, 'plan' | 'agencies' | 'previous'>;

/** The rest of the context, sent with each file. */
export type FileContext = Omit<ReadingContext, keyof SharedContext | 'obligationsOf'>;

/** So many are remembered: a period's settings, and another period's beside them, are in use at a time. The oldest is forgotten first. */
export const MOST_SHARED_CONTEXTS = 4;

/** What a worker is asked, one at a time. `shared` is the number of a shared context that it was handed before. */
export type WorkerRequest =
  | { readonly kind: 'know'; readonly shared: number; readonly known: SharedContext }
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly shared: number; readonly forFile: FileContext };

/** What a worker says: that it is there, and where the system counts its time (Linux); what it has read; that it is broken. */
export type WorkerAnswer =
  | { readonly kind: 'ready'; readonly task: string | null }
  | { readonly kind: 'read'; readonly upload: Upload }
  | { readonly kind: 'broken'; readonly error: string };
