import { partKey } from '../../read/zip/entries.ts';
import { appendTo, bytesOfTree, type Tree } from '../xml/tree.ts';

export const TYPE = {
  comments: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
  styles: 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml',
} as const;

/** What becomes of the list of content types. */
export interface TypeChanges {
  /** New parts by name. */
  readonly added: ReadonlyMap<string, string>;
  /** Keys of parts that are left out. */
  readonly removed: ReadonlySet<string>;
}

const DRAWING_EXTENSION = 'vml';

/** The list of content types with parts added and left out; null where there is nothing to change. */
export function withTypes(tree: Tree, { added, removed }: TypeChanges): Uint8Array | null {
  const { root } = tree;
  const { prefix } = root;
  const gone = root.children.filter(
    ({ name, attributes }) => name === 'Override' && removed.has(partKey(attributes.get('PartName') ?? '')),
  );
  const declared = root.children.find(
    ({ name, attributes }) => name === 'Default' && attributes.get('Extension')?.toLowerCase() === DRAWING_EXTENSION,
  );
  const drawingsDeclared = declared?.attributes.get('ContentType') === TYPE.drawing;
  let byExtension = '';
  const overrides = [...added].flatMap(([part, type]) => {
    const isDrawing = type === TYPE.drawing && part.endsWith(`.${DRAWING_EXTENSION}`);
    if (isDrawing && drawingsDeclared) return [];
    // programs look for drawings by their extension first
    if (isDrawing && !declared) byExtension = `<${prefix}Default Extension="${DRAWING_EXTENSION}" ContentType="${TYPE.drawing}"/>`;
    return isDrawing && !declared ? [] : [`<${prefix}Override PartName="/${part}" ContentType="${type}"/>`];
  });
  const text = byExtension + overrides.join('');
  if (gone.length === 0 && text === '') return null;
  return bytesOfTree(tree, [
    ...gone.map(({ start, end }) => ({ start, end, text: '' })),
    ...(text === '' ? [] : [appendTo(tree, root, text)]),
  ]);
}
