import { matchKey } from '../../text.ts';
import type { NamedThing } from './column-words.ts';
import type { FindId } from './read-cell.ts';

/** Something with an id, under all names that it is known by. */
export interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

/** Finds ids by ids themselves, else by names that only one thing has; a text that is neither is left as it is. */
export function idFinder(things: Readonly<Record<NamedThing, readonly Named[]>>): FindId {
  const finders = new Map(Object.entries(things).map(([kind, list]) => [kind, finderOf(list)]));
  return (names, text) => finders.get(names)?.(text) ?? text;
}

function finderOf(list: readonly Named[]): (text: string) => string {
  const ids = new Set(list.map(({ id }) => id));
  const byName = new Map<string, string | null>();
  for (const { id, names } of list)
    for (const name of new Set(names.map(matchKey))) byName.set(name, byName.has(name) && byName.get(name) !== id ? null : id);
  return (text) => (ids.has(text) ? text : (byName.get(matchKey(text)) ?? text));
}
