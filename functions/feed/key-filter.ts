import type { FeedKey } from '../../contract/feed/entity-set.ts';

/** What a request wants of the keys: `agency eq 'X-01'`; all of it together. Null is what no key is. */
export type KeyFilter = readonly { readonly key: FeedKey; readonly value: string | null }[];

/** The values that a filter leaves of a key. */
export const isWanted = (filter: KeyFilter, key: FeedKey, value: string): boolean =>
  filter.every((one) => one.key !== key || one.value === value);
