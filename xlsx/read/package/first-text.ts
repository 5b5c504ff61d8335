import { CLOSE, END, FAULT, TEXT } from '../xml/events.ts';
import { next } from '../xml/next.ts';
import { startScan, textOf } from '../xml/scan.ts';
import type { Vocabulary } from '../xml/vocabulary.ts';

/** What the first such element of a small part says, without blanks around it; null where the part is damaged or does not say. */
export function firstText(document: Uint8Array, words: Vocabulary, element: number): string | null {
  const scan = startScan(document, words);
  let text = '';
  let said: string | null = null;
  for (let event = scan ? next(scan) : FAULT; scan && event !== END; event = next(scan)) {
    if (event === FAULT) return null;
    if (event === TEXT) text += textOf(scan);
    if (event === CLOSE && scan.closed === element) said ??= text;
  }
  return said?.trim() ?? null;
}
