const ODD = /[;\n"]|^\s|\s$|^$/;

/** Several values in one cell: semicolons between them, quotes round one that holds such. */
export const joinList = (items: readonly string[]): string =>
  items.map((item) => (ODD.test(item) ? `"${item.replaceAll('"', '""')}"` : item)).join('; ');

/** The values of a cell, one behind each semicolon or on each line. */
export function splitList(text: string): string[] {
  const items: string[] = [];
  for (let at = afterBlanks(text, 0); at < text.length; at = afterBlanks(text, at + 1)) {
    const end = text[at] === '"' ? quotedEnd(text, at) : null;
    const behind = end === null ? 0 : afterBlanks(text, end, BLANKS_OF_A_LINE);
    if (end !== null && (behind === text.length || SEPARATORS.includes(text[behind] ?? ''))) {
      items.push(text.slice(at + 1, end - 1).replaceAll('""', '"'));
      at = behind;
    } else {
      const next = separatorFrom(text, at);
      const plain = text.slice(at, next).trim();
      if (plain !== '') items.push(plain);
      at = next;
    }
  }
  return items;
}

const SEPARATORS = ';\n';
const BLANKS_OF_A_LINE = ' \t\r\u00a0';

function afterBlanks(text: string, from: number, blanks = `${BLANKS_OF_A_LINE}\n`): number {
  let at = from;
  while (at < text.length && blanks.includes(text[at] ?? '')) at++;
  return at;
}

function separatorFrom(text: string, from: number): number {
  let at = from;
  while (at < text.length && !SEPARATORS.includes(text[at] ?? '')) at++;
  return at;
}

/** Behind the quote that ends what one at `start` begins; null where none does. A quote within stands twice. */
function quotedEnd(text: string, start: number): number | null {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at + 1;
  return null;
}

/** "2026: 60; 2027: 65,5". */
export const joinPairs = (pairs: readonly (readonly [string, string])[]): string =>
  joinList(pairs.map(([key, value]) => `${key}: ${value}`));

/** Keys and values of a cell; null where a value has no key. */
export function splitPairs(text: string): (readonly [string, string])[] | null {
  const parts = splitList(text).map(
    (part) => [part.slice(0, Math.max(0, part.indexOf(':'))).trim(), part.slice(part.indexOf(':') + 1).trim()] as const,
  );
  return parts.some(([key]) => key === '') ? null : parts;
}
