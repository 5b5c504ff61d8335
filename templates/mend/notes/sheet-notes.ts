import { relationshipsOf } from '../../read/package/relationships.ts';
import { RELATIONSHIP, SPREADSHEET } from '../../read/sheet/namespaces.ts';
import { TYPE } from '../package/content-types.ts';
import type { Mended } from '../package/mended.ts';
import { freeIds, type NewRelationship, withRelationships } from '../package/relationships.ts';
import type { LocatedSheet } from '../sheet/locate.ts';
import type { WantedCell } from '../sheet/wanted.ts';
import type { Splice } from '../xml/splice.ts';
import { treeOf } from '../xml/tree.ts';
import { newComments, withComments } from './comments.ts';
import { newDrawing, withShapes } from './drawing.ts';

/**
 * Gives a sheet's cells their notes: the notes' part, the drawing of their boxes, and what leads to both. A sheet whose own notes or
 * drawing cannot be added to goes without: the ground of the cells marks them alone. Gives the splice that the sheet needs.
 */
export function addNotes(
  mended: Mended,
  { part, sheet }: { readonly part: string; readonly sheet: LocatedSheet },
  wanted: readonly WantedCell[],
): readonly Splice[] {
  if (wanted.length === 0) return [];
  const key = relationshipsOf(part);
  const content = mended.read(key);
  const tree = content && treeOf(content);
  if (content && !tree) return [];
  const related = mended.relatedOf(part);
  const own = (type: string) => related.find((one) => one.type === type && one.target !== null && mended.has(one.target))?.target ?? null;
  const [notes, drawing] = [
    own('comments'),
    sheet.drawing === null ? null : (related.find(({ id }) => id === sheet.drawing)?.target ?? null),
  ];
  if (sheet.drawing !== null && (drawing === null || !mended.has(drawing))) return [];

  const notesTree = notes === null ? null : treeOf(mended.read(notes) ?? new Uint8Array(1));
  const comments = notes === null ? newComments(SPREADSHEET[sheet.strict ? 1 : 0], wanted) : notesTree && withComments(notesTree, wanted);
  if (!comments) return [];
  const shapes =
    comments.fresh.length === 0
      ? null
      : drawing === null
        ? newDrawing(comments.fresh)
        : withShapes(withoutEnd(mended.read(drawing)), comments.fresh);
  if (!shapes && comments.fresh.length > 0) return [];

  const id = freeIds(tree);
  const added: NewRelationship[] = [];
  const add = (type: 'comments' | 'vmlDrawing', target: string): string => {
    const relationship = { id: id(), type: `${RELATIONSHIP[sheet.strict ? 1 : 0]}/${type}`, target };
    added.push(relationship);
    return relationship.id;
  };
  if (notes === null) add('comments', mended.add('xl/comments', 'xml', comments.part, TYPE.comments));
  else mended.change(notes, comments.part);
  let splice: readonly Splice[] = [];
  if (shapes && drawing !== null) mended.change(drawing, shapes);
  else if (shapes) {
    const drawingId = add('vmlDrawing', mended.add('xl/drawings/vmlDrawing', 'vml', shapes, TYPE.drawing));
    const text = `<${sheet.prefix}legacyDrawing xmlns:r="${RELATIONSHIP[sheet.strict ? 1 : 0]}" r:id="${drawingId}"/>`;
    splice = [{ start: sheet.drawingPlace, end: sheet.drawingPlace, text }];
  }
  if (added.length > 0) {
    const changed = withRelationships(tree, added);
    if (content) mended.change(key, changed);
    else mended.addNamed(mended.nameOf(part, relationshipsOf), changed);
  }
  return splice;
}

/** A part without the mark of its end. */
const withoutEnd = (content: Uint8Array | null): Uint8Array => content?.subarray(0, -1) ?? new Uint8Array();
