import type { ReadingContext } from '../../core/reading/read-report.ts';
import type { Upload } from '../upload/read-upload.ts';

/** What many readings are held against alike, handed over once: it is most of what goes to a worker. */
export type Heavy = Pick<ReadingContext, 'plan' | 'agencies' | 'previous'>;

/** What a reading is told besides. */
export type Light = Omit<ReadingContext, keyof Heavy | 'obligationsOf'>;

/** So many are remembered: a period's settings, and another period's beside them, are in use at a time. The oldest is forgotten first. */
export const MOST_HEAVY = 4;

/** What a worker is asked, one at a time. `heavy` names what it was handed before. */
export type WorkerRequest =
  | { readonly kind: 'know'; readonly heavy: number; readonly known: Heavy }
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly heavy: number; readonly light: Light };

/** What a worker says: that it is there, and where the system counts its time (Linux); what it has read; that it is broken. */
export type WorkerAnswer =
  | { readonly kind: 'ready'; readonly task: string | null }
  | { readonly kind: 'read'; readonly upload: Upload }
  | { readonly kind: 'broken'; readonly error: string };
