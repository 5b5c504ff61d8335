import type { FeedQuery } from './feed-query.ts';

/** A page of what a query asks for, and from where on the next one goes; null where none follows. */
export interface Page<Entity> {
  readonly entities: readonly Entity[];
  readonly next: { readonly skip: number; readonly top: number | null } | null;
}

/** The page of a query among all that its filter leaves, of `most` entities at most. */
export function pageOf<Entity>({ skip, top }: Pick<FeedQuery, 'skip' | 'top'>, all: readonly Entity[], most: number): Page<Entity> {
  const end = top === null ? all.length : Math.min(all.length, skip + top);
  const last = Math.min(end, skip + most);
  return { entities: all.slice(skip, last), next: last < end ? { skip: last, top: top === null ? null : end - last } : null };
}
