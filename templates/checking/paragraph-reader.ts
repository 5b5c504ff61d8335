import { toNfc } from '../../core/text.ts';
import { MOST_COVERED } from './most-covered.ts';
import type { PrintedPiece } from './printed-document.ts';

/** What a paragraph and a piece of it take up beside their text, in letters. */
const WEIGHT = 20;
/** As much as tells a reader where something stands. */
const LONGEST_NEAR = 60;

/** Keeps the paragraphs outside tables, piece by piece: what bookmarks of figures cover and what stands between. */
export function paragraphReader() {
  const paragraphs: PrintedPiece[][] = [];
  let open: { text: string; name: string | null }[] = [];
  let [kept, near] = [0, ''];
  const close = (): void => {
    if (open.length > 0) paragraphs.push(open.map(({ text, name }) => ({ text: toNfc(text), name })));
    open = [];
  };
  return {
    begun(): void {
      close();
    },
    add(text: string, name: string | null): void {
      kept += text.length;
      if (kept > MOST_COVERED) return;
      const last = open.at(-1);
      if (last && last.name === name) last.text += text;
      else {
        kept += WEIGHT;
        open.push({ text, name });
      }
    },
    /** Takes note of where the reader is, also in tables. */
    passed(text: string, isNew: boolean): void {
      near = isNew ? text : near.length < LONGEST_NEAR ? near + text : near;
    },
    near: () => toNfc(near.slice(0, LONGEST_NEAR)).trim(),
    isTooMuch: () => kept > MOST_COVERED,
    read(): PrintedPiece[][] {
      close();
      return paragraphs;
    },
  };
}
