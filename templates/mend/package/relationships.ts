import { utf8 } from '../xml/splice.ts';
import { appendTo, type Tree, written } from '../xml/tree.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A relationship to be added; the target as a name from the root of the package. */
export interface NewRelationship {
  readonly id: string;
  /** The whole URI. */
  readonly type: string;
  readonly target: string;
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
    added.map(({ id, type, target }) => `<${prefix}Relationship Id="${id}" Type="${type}" Target="/${target}"/>`).join('');
  if (!tree)
    return utf8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE}">${text('')}</Relationships>`);
  const { root } = tree;
  const gone = root.children.filter(({ attributes }) => removed.has(attributes.get('Id') ?? ''));
  return written(tree, [
    ...gone.map(({ start, end }) => ({ start, end, text: '' })),
    ...(added.length === 0 ? [] : [appendTo(tree, root, text(root.prefix))]),
  ]);
}
