const SPLIT = /\s*"((?:[^"]|"")*)"\s*(?=[;\n]|$)|([^;\n]+)/g;
const ODD = /[;\n"]|^\s|\s$|^$/;

/** Several values in one cell: semicolons between them, quotes round one that holds such. */
export const joinList = (items: readonly string[]): string =>
  items.map((item) => (ODD.test(item) ? `"${item.replaceAll('"', '""')}"` : item)).join('; ');

/** The values of a cell, one behind each semicolon or on each line. */
export function splitList(text: string): string[] {
  return [...text.matchAll(SPLIT)].flatMap(([, quoted, plain = '']) =>
    quoted !== undefined ? [quoted.replaceAll('""', '"')] : plain.trim() === '' ? [] : [plain.trim()],
  );
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
