import type { PeriodLine } from '../../../../contract/period-line.ts';

/** How a period stands with the public page: nothing is there, its last close is, or an earlier one while it is being revised. */
export type PublicationState =
  | { readonly kind: 'never' }
  | { readonly kind: 'current'; readonly at: string }
  | { readonly kind: 'revising'; readonly at: string };

/** A close that came after the publishing, or a period that is open again, is not what stands on the public page. */
export function publicationState({ state, asOf, publishedAt }: PeriodLine): PublicationState {
  if (!publishedAt) return { kind: 'never' };
  return { kind: state === 'closed' && (asOf === null || publishedAt >= asOf) ? 'current' : 'revising', at: publishedAt };
}
