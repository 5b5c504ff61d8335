import { CLOSE, END, FAULT, OPEN } from '../../xlsx/read/xml/events.ts';
import { next } from '../../xlsx/read/xml/next.ts';
import { attributeOf, startScan } from '../../xlsx/read/xml/scan.ts';
import { STYLE_ELEMENT, STYLE_WORDS, WORD_ATTRIBUTE } from './document-words.ts';
import { type Look, propertyLook } from './property-look.ts';

/** What a document's styles make of the text under them. */
export interface StyleLooks {
  /** Of text that names no style. */
  readonly usual: readonly Look[];
  /** Of a style with those that it is based on, the outermost first. */
  readonly of: (style: string) => readonly Look[];
}

export const NO_STYLES: StyleLooks = { usual: [], of: () => [] };

interface OpenStyle {
  base: string | null;
  readonly looks: Look[];
}

/** Word takes no more styles, and none on a longer chain. */
const [MOST_STYLES, LONGEST_CHAIN] = [4_000, 20];

/** The looks of a document's styles; null where the part is damaged or holds more than any program writes. */
export function readStylePart(part: Uint8Array): StyleLooks | null {
  const scan = startScan(part, STYLE_WORDS);
  if (!scan) return null;
  const styles = new Map<string, OpenStyle>();
  const usual: Look[] = [];
  const usualStyles: string[] = [];
  let open: OpenStyle | null = null;
  for (;;) {
    const event = next(scan);
    if (event === FAULT || styles.size > MOST_STYLES) return null;
    if (event === END) break;
    if (event === CLOSE && scan.closed === STYLE_ELEMENT.style) open = null;
    if (event !== OPEN) continue;
    if (scan.node === STYLE_ELEMENT.style) {
      open = { base: null, looks: [] };
      const id = attributeOf(scan, WORD_ATTRIBUTE.style) ?? '';
      styles.set(id, open);
      if (/^(1|true|on)$/.test(attributeOf(scan, WORD_ATTRIBUTE.usual) ?? '')) usualStyles.push(id);
    } else if (scan.node === STYLE_ELEMENT.basedOn) {
      if (open) open.base = attributeOf(scan, WORD_ATTRIBUTE.value);
    } else {
      const look = propertyLook(scan);
      if (look) (open?.looks ?? usual).push(look);
    }
  }
  const known = new Map<string, readonly Look[]>();
  const looksOf = (id: string): readonly Look[] => {
    const chain: OpenStyle[] = [];
    for (let one = styles.get(id); one && chain.length < LONGEST_CHAIN; one = one.base === null ? undefined : styles.get(one.base))
      chain.unshift(one);
    const last = new Map(chain.flatMap(({ looks }) => looks).map((look) => [look.property, look]));
    return [...last.values()];
  };
  const of = (id: string): readonly Look[] => {
    const looks = known.get(id) ?? looksOf(id);
    if (styles.has(id)) known.set(id, looks);
    return looks;
  };
  return { usual: [...usual, ...usualStyles.flatMap(of)], of };
}
