import type { EntitySet, FeedProperty } from '../../contract/feed/entity-set.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { type FeedRefusal, senseless, unsupported } from './feed-refusal.ts';
import type { KeyFilter } from './key-filter.ts';
import { readFilter } from './read-filter.ts';

/** What a request wants of a list. */
export interface FeedQuery {
  readonly filter: KeyFilter;
  /** Null: all of them. */
  readonly select: readonly FeedProperty[] | null;
  readonly top: number | null;
  readonly skip: number;
  readonly count: boolean;
}

/** The query of a request: an option by its name, and all names, each as often as it stands there. */
export interface AskedOptions {
  readonly query: (name: string) => string | null;
  readonly queryNames: () => readonly string[];
}

const OPTIONS = ['$select', '$filter', '$top', '$skip', '$count', '$format', '$skiptoken'] as const;
const NUMBER = /^\d{1,9}$/;
const FORMAT = /^(?:json|application\/json(?:;.*)?)$/i;

/**
 * Reads the system options of OData (URL Conventions 4.01, 5.1); others are the caller's own and nothing to the feed. `$skiptoken` is where
 * the page before ended, and stands for `$skip`.
 */
export function readFeedQuery({ query, queryNames }: AskedOptions, set: EntitySet): Result<FeedQuery, FeedRefusal> {
  const names = queryNames().filter((name) => name.startsWith('$'));
  const foreign = names.find((name) => !OPTIONS.some((one) => one === name));
  if (foreign !== undefined) return failed(unsupported(foreign));
  const twice = names.find((name, k) => names.indexOf(name) < k);
  if (twice !== undefined) return failed(senseless(twice));
  const wrong = (['$top', '$skip', '$skiptoken'] as const).find((name) => !NUMBER.test(query(name) ?? '0'));
  if (wrong !== undefined) return failed(senseless(wrong));
  const count = query('$count') ?? 'false';
  if (count !== 'true' && count !== 'false') return failed(senseless('$count'));
  if (!FORMAT.test(query('$format') ?? 'json')) return failed(unsupported('$format'));
  const select = readSelect(query('$select'), set.properties);
  if (select === 'senseless') return failed(senseless('$select'));
  const filter = readFilterOption(query('$filter'), set);
  if (!filter.ok) return filter;
  const top = query('$top');
  return ok({
    filter: filter.value,
    select,
    top: top === null ? null : Number(top),
    skip: Number(query('$skiptoken') ?? query('$skip') ?? 0),
    count: count === 'true',
  });
}

const readFilterOption = (text: string | null, set: EntitySet): Result<KeyFilter, FeedRefusal> =>
  text === null ? ok([]) : readFilter(text, set);

function readSelect(text: string | null, properties: readonly FeedProperty[]): readonly FeedProperty[] | null | 'senseless' {
  if (text === null) return null;
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('*')) return names.every((name) => name === '*' || properties.some((one) => one.name === name)) ? null : 'senseless';
  const found = names.map((name) => properties.find((one) => one.name === name));
  return found.every((one) => one !== undefined) ? [...new Set(found)] : 'senseless';
}
