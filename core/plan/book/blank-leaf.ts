import { schemaOfKind } from '../../measures/setting-words.ts';
import { partAt } from '../checking/sound-part.ts';
import { bare, blankOf, type Leaf } from './leaves.ts';
import type { Made } from './set-at.ts';

/** A setting of a measure says by a blank cell what it says in a measure of the row's kind, now that this is known. */
export function blankLeaf(item: Made, leaf: Leaf): Leaf {
  const [first, key, ...deeper] = leaf.path;
  const shape: Readonly<Record<string, Leaf['schema']>> = schemaOfKind(partAt(item, ['measure', 'kind']))?.shape ?? {};
  const own = first === 'measure' && key !== undefined && deeper.length === 0 ? shape[key] : undefined;
  return own ? { ...leaf, blank: blankOf(leaf.schema, bare(own).left) } : leaf;
}
