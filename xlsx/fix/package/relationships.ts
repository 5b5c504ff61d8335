import { utf8 } from '../xml/splice.ts';
import { appendTo, bytesOfTree, type Tree } from '../xml/tree.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A relationship to be added; the target as it is written there. */
export interface NewRelationship {
  readonly id: string;
  /** The whole URI. */
  readonly type: string;
  readonly target: string;
}

/**
 * The way from a part to another, both by name from the root of the package. Excel writes targets so, and some programs find a
 * sheet's notes in no other spelling.
 */
export function pathTo(target: string, part: string): string {
  const to = target.split('/');
  const from = part.split('/').slice(0, -1);
  const differs = from.findIndex((step, k) => step !== to[k]);
  const shared = differs < 0 ? from.length : differs;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** Ids that a part's relationships do not have yet. */
export function freeIds(tree: Tree | null): () => string {
  const taken = new Set(tree?.root.children.map(({ attributes }) => attributes.get('Id')));
  let last = 0;
  return () => {
    do last++;
    while (taken.has(`rIdMark${last}`));
    return `rIdMark${last}`;
  };
}

/** A part's relationships, some added and some left out by id; null: the part has none yet. */
export function withRelationships(
  tree: Tree | null,
  added: readonly NewRelationship[],
  removed: ReadonlySet<string> = new Set(),
): Uint8Array {
  const text = (prefix: string): string =>
    added.map(({ id, type, target }) => `<${prefix}Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('');
  if (!tree)
    return utf8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE}">${text('')}</Relationships>`);
  const { root } = tree;
  const gone = root.children.filter(({ attributes }) => removed.has(attributes.get('Id') ?? ''));
  return bytesOfTree(tree, [
    ...gone.map(({ start, end }) => ({ start, end, text: '' })),
    ...(added.length === 0 ? [] : [appendTo(tree, root, text(root.prefix))]),
  ]);
}
