import { toNfc } from '../../core/text.ts';
import { END, FAULT, OPEN, TEXT } from '../../xlsx/read/xml/events.ts';
import { next } from '../../xlsx/read/xml/next.ts';
import { attributeOf, type Scan, startScan, textOf } from '../../xlsx/read/xml/scan.ts';
import { vocabulary } from '../../xlsx/read/xml/vocabulary.ts';
import { openArchive } from '../../xlsx/read/zip/archive.ts';
import { unpackAhead } from '../unpack-ahead.ts';

const DOCUMENT = 'word/document.xml';
const WORD = ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'];
const ATTRIBUTE = { id: 1, name: 2 } as const;

/** Elements of a paragraph in the body, and the same of one in a cell of a table. */
const START = [10, 20];
const CLOSING = [11, 21];
const LETTERS = [12, 22];
const BREAK = [13, 23];

const paragraph = (path: string, first: number): Record<string, number> => ({
  [path]: first + 4,
  [`${path}/w:r`]: first + 5,
  [`${path}/w:bookmarkStart`]: first,
  [`${path}/w:bookmarkEnd`]: first + 1,
  [`${path}/w:r/w:t`]: first + 2,
  [`${path}/w:r/w:br`]: first + 3,
});

const WORDS = vocabulary({
  namespaces: { w: WORD },
  elements: {
    'w:document': 1,
    'w:document/w:body': 2,
    'w:document/w:body/w:tbl': 3,
    'w:document/w:body/w:tbl/w:tr': 4,
    'w:document/w:body/w:tbl/w:tr/w:tc': 5,
    ...paragraph('w:document/w:body/w:p', 10),
    ...paragraph('w:document/w:body/w:tbl/w:tr/w:tc/w:p', 20),
  },
  texts: LETTERS,
  attributes: { 'w:id': ATTRIBUTE.id, 'w:name': ATTRIBUTE.name },
});

/**
 * A report of a plan of a thousand rows has some thousand bookmarks, and texts of some hundred kilobytes under them; each may lie in
 * another.
 */
const [MOST_BOOKMARKS, MOST_COVERED] = [50_000, 4_000_000];

/**
 * The texts that the bookmarks of a .docx cover, by their names, in NFC; null where the file is no document that can be read, or covers
 * more than any of ours.
 */
export function bookmarkTexts(bytes: Uint8Array): ReadonlyMap<string, string> | null {
  const archive = openArchive(bytes, unpackAhead(bytes));
  const content = archive.ok ? archive.value.read(DOCUMENT) : archive;
  const scan = content.ok ? startScan(content.value, WORDS) : null;
  return scan && textsIn(scan);
}

function textsIn(scan: Scan): ReadonlyMap<string, string> | null {
  const texts = new Map<string, string>();
  const open = new Map<string, string>();
  let covered = 0;
  const add = (text: string): void => {
    covered += open.size * text.length;
    if (covered <= MOST_COVERED) for (const name of open.values()) texts.set(name, (texts.get(name) ?? '') + text);
  };
  for (;;) {
    const event = next(scan);
    if (event === FAULT || covered > MOST_COVERED || texts.size > MOST_BOOKMARKS) return null;
    if (event === END) return new Map([...texts].map(([name, text]) => [name, toNfc(text)]));
    if (event === TEXT) add(textOf(scan));
    if (event !== OPEN) continue;
    const id = attributeOf(scan, ATTRIBUTE.id) ?? '';
    if (START.includes(scan.node)) {
      const name = attributeOf(scan, ATTRIBUTE.name) ?? '';
      open.set(id, name);
      texts.set(name, '');
    } else if (CLOSING.includes(scan.node)) open.delete(id);
    else if (BREAK.includes(scan.node)) add('\n');
  }
}
