import type { AgencyId } from '../../core/plan/agency.ts';

/** Who calls, once verified: nothing downstream trusts the body. What it may do follows from agency and plan. */
export interface Caller {
  readonly agency: AgencyId;
  /** Follows who has sent, closes and reopens, exports, runs the registers. */
  readonly consolidator: boolean;
  /** As receipts and audit name the caller: the agency's id, with the person's name where token or key give one. Never a key. */
  readonly name: string;
  /** The person, where token or key name one. */
  readonly person?: string;
  /** Came with a key that opens the feed alone. */
  readonly readOnly?: true;
}

/** Why a caller is not known: no or a wrong credential, or too many wrong ones from its IP (seconds to wait). */
export type UnknownCaller = { readonly reason: 'unauthenticated' } | { readonly reason: 'too-many-tries'; readonly retryAfter: number };
