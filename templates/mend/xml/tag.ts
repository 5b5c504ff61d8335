import { isCharacter } from '../../read/xml/characters.ts';

const ATTRIBUTE = /\s([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g;

/** A start tag as it is written, some of its attributes set or taken out (undefined); all others, and its end, stay. */
export function withAttributes(tag: string, attributes: Readonly<Record<string, string | undefined>>): string {
  const kept = tag.replace(ATTRIBUTE, (written, name: string) => (name in attributes ? '' : written));
  const added = Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${attributeText(value)}"`]));
  const end = kept.endsWith('/>') ? '/>' : '>';
  return `${kept.slice(0, -end.length).trimEnd()}${added.join('')}${end}`;
}

/** The same tag with an end tag to come. */
export const opening = (tag: string): string => (tag.endsWith('/>') ? `${tag.slice(0, -2).trimEnd()}>` : tag);

const LOOKS_ESCAPED = /_(?=x[0-9a-fA-F]{4}_)/g;
const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '_x000D_' };

/**
 * A text of a cell or note, to stand between tags. Characters that XML does not let stand are escaped as SpreadsheetML does
 * (ECMA-376-1, 22.9.2.19); half a surrogate pair is no character at all.
 */
export const cellText = (text: string): string =>
  Array.from(text.replace(LOOKS_ESCAPED, '_x005F_'), (one) => {
    const code = one.codePointAt(0) ?? 0;
    if (isCharacter(code)) return MARKUP[one] ?? one;
    return code >= 0xd800 && code < 0xe000 ? '\ufffd' : `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
  }).join('');

/** The value of an attribute; what is written here holds no white space but blanks. */
export const attributeText = (text: string): string => text.replace(/[&<>"]/g, (one) => MARKUP[one] ?? one);
