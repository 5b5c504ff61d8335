const FIRST_TAGS = new Set(['!doctype html', 'html', 'head', 'body', 'meta', 'table', 'div', 'style']);
const LONGEST_TAG = 16;

/** Whether a text, in small letters, begins as a web page does: with one of its tags, behind any comments and declarations. */
export function beginsAsPage(text: string): boolean {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?xml', at) ? '?>' : null;
    if (end === null) break;
    const found = text.indexOf(end, at + 2);
    if (found < 0) return false;
    at = found + end.length;
  }
  if (text.charAt(at) !== '<') return false;
  const tag = /^(?:!doctype )?\w*/.exec(text.slice(at + 1, at + 1 + LONGEST_TAG))?.[0] ?? '';
  return FIRST_TAGS.has(tag);
}
