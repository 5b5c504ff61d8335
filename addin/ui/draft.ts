import type { Report } from '../../core/report.ts';
import { newIdempotencyKey } from './digest.ts';

/** A file that is to be sent, kept on this machine until its receipt is there. */
export interface Draft {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The idempotency key: made once for this content, the same over every retry. */
  readonly key: string;
  /** The version in force that the sender has seen; null for none. */
  readonly inForce: number | null;
  readonly report: Report;
  /** Whether it was asked to be sent: then it is sent as soon as the server is reached. */
  readonly asked: boolean;
  readonly keptAt: string;
}

/** The key of this content: that of the draft before where it is the same content, whose receipt may only have been lost on its way. */
export const keyOf = (bytes: Uint8Array, before: Draft | null): string =>
  before !== null && isSame(before.bytes, bytes) ? before.key : newIdempotencyKey();

const isSame = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && one.every((byte, k) => byte === other[k]);
