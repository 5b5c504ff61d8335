const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Characters that XML 1.0 cannot hold as they are: controls below U+0020 but tab and line feed (a carriage return would become one),
 * U+FFFE, U+FFFF. Those from U+007F on it can, and LibreOffice takes no escape for them.
 */
const UNHELD = '\\u0000-\\u0008\\u000b-\\u001f\\ufffe\\uffff';
const ESCAPED = new RegExp(`[${UNHELD}]|\\p{Cs}|_(?=x[0-9A-Fa-f]{4}[_${UNHELD}])`, 'gu');

const NOT_HELD = new RegExp(`[${UNHELD}]|\\p{Cs}`, 'gu');

/** Text for a format that knows no escape for what XML cannot hold: each such character is a blank. */
export const heldText = (text: string): string => text.replace(NOT_HELD, ' ');

/** Text between tags or in an attribute: markup made harmless, nothing else. */
export const markupText = (text: string): string => text.replace(/[&<>"]/g, (one) => MARKUP[one] ?? one);

/**
 * Text as SpreadsheetML means it (ECMA-376-1, 22.9.2.19), markup aside: a character that XML cannot hold as `_x0007_`; what only
 * looks like such an escape, or would together with one, as `_x005F_x0007_`; half a surrogate pair, which is no character, as U+FFFD.
 */
export const sheetText = (text: string): string => text.replace(ESCAPED, escaped);

/** A text of a workbook as it stands in its XML. */
export const xmlText = (text: string): string => markupText(sheetText(text));

function escaped(found: string): string {
  if (found === '_') return '_x005F_';
  const unit = found.charCodeAt(0);
  return unit >= 0xd800 && unit < 0xe000 ? '\ufffd' : `_x${unit.toString(16).toUpperCase().padStart(4, '0')}_`;
}
