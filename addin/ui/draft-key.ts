import { newIdempotencyKey } from './digest.ts';
import type { Draft } from './draft.ts';

/** The key of this content: that of the draft before where it is the same content, whose receipt may only have been lost on its way. */
export const keyOf = (content: Pick<Draft, 'bytes' | 'report'>, before: Draft | null): string =>
  before !== null && isSame(before, content) ? before.key : newIdempotencyKey();

function isSame(one: Pick<Draft, 'bytes' | 'report'>, other: Pick<Draft, 'bytes' | 'report'>): boolean {
  if (one.bytes === null || other.bytes === null)
    return one.bytes === other.bytes && JSON.stringify(one.report) === JSON.stringify(other.report);
  const { bytes } = other;
  return one.bytes.length === bytes.length && one.bytes.every((byte, k) => byte === bytes[k]);
}
