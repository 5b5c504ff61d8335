import { Refusal } from '../refusal.ts';
import type { Remote } from '../remote.ts';

/** `getItem` and `getItemOrNullObject` of a collection. */
export function finders(type: string, find: (key: string) => Remote | null): Required<Pick<Remote, 'item' | 'call'>> {
  return {
    item(key) {
      const found = find(String(key));
      if (!found) throw new Refusal('ItemNotFound', `${type} "${key}" is not there.`);
      return found;
    },
    call: { GetItemOrNullObject: (key) => find(String(key)) },
  };
}
