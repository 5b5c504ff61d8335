import { relationshipsOf } from '../../read/package/relationships.ts';
import { RELATIONSHIP, SPREADSHEET } from '../../read/sheet/namespaces.ts';
import { TYPE } from '../package/content-types.ts';
import type { PackageEdit } from '../package/package-edit.ts';
import { freeIds, type NewRelationship, pathTo, withRelationships } from '../package/relationships.ts';
import type { LocatedSheet } from '../sheet/located.ts';
import type { WantedCell } from '../sheet/wanted.ts';
import type { Splice } from '../xml/splice.ts';
import { treeOf } from '../xml/tree.ts';
import { type Comments, newComments, withComments } from './comments.ts';
import { newDrawing, withShapes } from './drawing.ts';

/** A sheet by the key of its part. */
interface NotedSheet {
  readonly part: string;
  readonly sheet: LocatedSheet;
}

/**
 * Gives a sheet's cells their notes: the notes' part, the drawing of their boxes, and what leads to both. A sheet whose own notes or
 * drawing cannot be added to goes without: the ground of the cells marks them alone. Gives the splice that the sheet needs.
 */
export function addNotes(fixed: PackageEdit, { part, sheet }: NotedSheet, wanted: readonly WantedCell[]): readonly Splice[] {
  if (wanted.length === 0) return [];
  const edition = sheet.strict ? 1 : 0;
  const related = fixed.relatedOf(part);
  const notesPart = related.find(({ type }) => type === 'comments')?.target ?? null;
  const drawingPart = related.find(({ id }) => id === sheet.drawing)?.target ?? null;
  if (sheet.drawing !== null && drawingPart === null) return [];

  const comments = notesPart === null ? newComments(SPREADSHEET[edition], wanted) : moreComments(fixed.read(notesPart), wanted);
  if (!comments) return [];
  const boxes = comments.fresh.map(({ row, column }) => ({ row, column, height: sheet.rows.get(row)?.height ?? 0 }));
  const drawing = drawingPart === null ? newDrawing(boxes) : withShapes(withoutEnd(fixed.read(drawingPart)), boxes);
  const relationships = fixed.read(relationshipsOf(part));
  const tree = relationships && treeOf(relationships);
  if (!drawing || (relationships && !tree)) return [];

  const id = freeIds(tree);
  const added: NewRelationship[] = [];
  const relate = (type: 'comments' | 'vmlDrawing', target: string): string => {
    const relationship = { id: id(), type: `${RELATIONSHIP[edition]}/${type}`, target: pathTo(target, fixed.nameOf(part)) };
    added.push(relationship);
    return relationship.id;
  };
  const splices: Splice[] = [];
  if (notesPart !== null) fixed.change(notesPart, comments.part);
  else relate('comments', fixed.add('xl/comments', 'xml', comments.part, TYPE.comments));
  if (drawingPart !== null && boxes.length > 0) fixed.change(drawingPart, drawing);
  if (drawingPart === null && boxes.length > 0) {
    const drawingId = relate('vmlDrawing', fixed.add('xl/drawings/vmlDrawing', 'vml', drawing, TYPE.drawing));
    const text = `<${sheet.prefix}legacyDrawing xmlns:r="${RELATIONSHIP[edition]}" r:id="${drawingId}"/>`;
    splices.push({ start: sheet.drawingPlace, end: sheet.drawingPlace, text });
  }
  if (added.length > 0) {
    const changed = withRelationships(tree, added);
    if (tree) fixed.change(relationshipsOf(part), changed);
    else fixed.addNamed(relationshipsOf(fixed.nameOf(part)), changed);
  }
  return splices;
}

function moreComments(content: Uint8Array | null, wanted: readonly WantedCell[]): Comments | null {
  const tree = content && treeOf(content);
  return tree && withComments(tree, wanted);
}

/** A part without the mark of its end; of none, nothing. */
const withoutEnd = (content: Uint8Array | null): Uint8Array => content?.subarray(0, -1) ?? new Uint8Array();
