import { cellName } from '../../../core/grid.ts';
import { xmlText } from '../../../core/xml-text.ts';
import type { WantedCell } from '../sheet/wanted.ts';
import { type Splice, utf8 } from '../xml/splice.ts';
import { appendTo, bytesOfTree, childOf, insertInto, type Tree, type XmlElement } from '../xml/tree.ts';

const AUTHOR = 'Phụ lục số';
/** The author of the text that stands in for a discussion in older programs begins so; it belongs to the discussion alone. */
const DISCUSSION = 'tc=';

/** The part with a sheet's notes, and the cells that had none before: they need a shape each. */
export interface Comments {
  readonly part: Uint8Array;
  readonly fresh: readonly WantedCell[];
}

/** The notes of a sheet that has none yet. */
export const newComments = (namespace: string, wanted: readonly WantedCell[]): Comments => ({
  part: utf8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors><author>${AUTHOR}</author></authors><commentList>${wanted.map((one) => comment('', 0, one)).join('')}</commentList></comments>`,
  ),
  fresh: wanted,
});

/**
 * A sheet's notes with new ones; a cell that has a note already keeps it, with the new sentences behind; what an earlier fix said there is
 * replaced. Null where the part is none.
 */
export function withComments(tree: Tree, wanted: readonly WantedCell[]): Comments | null {
  const { root } = tree;
  const [authors, list] = [childOf(root, 'authors'), childOf(root, 'commentList')];
  if (root.name !== 'comments' || !authors || !list) return null;
  const names = authors.children.map(({ text }) => text.trim());
  const there = new Map(list.children.map((one) => [one.attributes.get('ref')?.toUpperCase(), one]));
  const noteOf = ({ row, column }: WantedCell): XmlElement | undefined => there.get(cellName(row, column));
  const fresh = wanted.filter((one) => !noteOf(one));
  const known = names.indexOf(AUTHOR);
  const author = known < 0 ? names.length : known;
  const splices: Splice[] = wanted.flatMap((one) => {
    const note = noteOf(one);
    const by = note && (names[Number(note.attributes.get('authorId'))] ?? '');
    return note === undefined || by?.startsWith(DISCUSSION) ? [] : saidIn(tree, note, by === AUTHOR ? null : '\n', one);
  });
  if (fresh.length > 0) {
    if (known < 0) splices.push(appendTo(tree, authors, `<${root.prefix}author>${AUTHOR}</${root.prefix}author>`));
    splices.push(appendTo(tree, list, fresh.map((one) => comment(root.prefix, author, one)).join('')));
  }
  return { part: bytesOfTree(tree, splices), fresh };
}

function comment(prefix: string, author: number, { row, column, notes }: WantedCell): string {
  return `<${prefix}comment ref="${cellName(row, column)}" authorId="${author}"><${prefix}text>${run(prefix, notes.join('\n'))}</${prefix}text></${prefix}comment>`;
}

const run = (prefix: string, text: string): string =>
  `<${prefix}r><${prefix}rPr><${prefix}sz val="10"/><${prefix}rFont val="Times New Roman"/><${prefix}family val="1"/></${prefix}rPr><${prefix}t xml:space="preserve">${xmlText(text)}</${prefix}t></${prefix}r>`;

/** Phonetic help stands behind the runs of a text. */
const BEHIND_RUNS: ReadonlySet<string> = new Set(['rPh', 'phoneticPr']);

/** The sentences in a note that is there already: behind its own text, or in the place of what an earlier fix said (`behind` null). */
function saidIn(tree: Tree, note: XmlElement, behind: string | null, { notes }: WantedCell): readonly Splice[] {
  const text = childOf(note, 'text');
  if (!text) return [];
  const said = run(text.prefix, `${behind ?? ''}${notes.join('\n')}`);
  if (behind !== null || text.empty) return [insertInto(tree, text, BEHIND_RUNS, said)];
  return [{ start: text.tagEnd, end: text.contentEnd, text: said }];
}
