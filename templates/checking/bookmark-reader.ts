import { toNfc } from '../../core/text.ts';
import { attributeOf, type Scan } from '../../xlsx/read/xml/scan.ts';
import { WORD_ATTRIBUTE, WORD_ELEMENT } from './document-words.ts';
import { MOST_COVERED } from './most-covered.ts';

/** A report of a plan of a thousand rows has some thousand bookmarks. */
const MOST_BOOKMARKS = 50_000;
/** Programs differ in which of two bookmarks of one name they keep. */
const TWICE = '[dấu trang lặp] ';

/** Keeps the texts that bookmarks cover; each may lie in another. */
export function bookmarkReader() {
  const texts = new Map<string, string>();
  const open = new Map<string, string>();
  let covered = 0;
  return {
    add(text: string): void {
      covered += open.size * text.length;
      if (covered <= MOST_COVERED) for (const name of open.values()) texts.set(name, (texts.get(name) ?? '') + text);
    },
    opened(scan: Scan): void {
      const id = attributeOf(scan, WORD_ATTRIBUTE.id) ?? '';
      if (scan.node === WORD_ELEMENT.start) {
        const name = attributeOf(scan, WORD_ATTRIBUTE.name) ?? '';
        open.set(id, name);
        const before = texts.get(name);
        texts.set(name, before === undefined ? '' : `${before}${TWICE}`);
        covered += TWICE.length;
      } else if (scan.node === WORD_ELEMENT.end) open.delete(id);
    },
    /** The last that is open and covers a figure of ours; null where there is none. */
    figure: (): string | null =>
      open.size === 0 ? null : ([...open.values()].slice(-MOST_OPEN).findLast((name) => name.includes('__')) ?? null),
    isOpen: () => open.size > 0,
    isTooMuch: () => covered > MOST_COVERED || texts.size > MOST_BOOKMARKS,
    read: (): ReadonlyMap<string, string> => new Map([...texts].map(([name, text]) => [name, toNfc(text)])),
  };
}

/** Bookmarks that are looked at where several lie in one another. */
const MOST_OPEN = 20;
