import type { FeedQuery } from './feed-query.ts';

/** A page of what a query asks for: from where up to where it goes, and from where on the next one; null where none follows. */
export interface Page {
  readonly from: number;
  readonly to: number;
  readonly next: { readonly skip: number; readonly top: number | null } | null;
}

/** The page of a query among `count` entities that its filter leaves, of `most` entities at most. */
export function pageOf({ skip, top }: Pick<FeedQuery, 'skip' | 'top'>, count: number, most: number): Page {
  const end = top === null ? count : Math.min(count, skip + top);
  const to = Math.min(end, skip + most);
  return { from: skip, to, next: to < end ? { skip: to, top: top === null ? null : end - to } : null };
}

/** What stands on a page. */
export function* onPage<Entity>({ from, to }: Page, all: Iterable<Entity>): Generator<Entity> {
  let at = 0;
  if (from < to)
    for (const one of all) {
      if (at >= from) yield one;
      at += 1;
      if (at >= to) return;
    }
}
