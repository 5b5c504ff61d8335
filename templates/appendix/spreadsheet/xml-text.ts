/** Excel's own limit of a cell's text, in UTF-16 units. */
const LONGEST = 32_767;
const SPECIAL = /[&<>"]|\p{Cc}|\p{Cs}|[\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/gu;
const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '\t', '\n': '\n' };

/**
 * Text as a workbook's XML holds it (ECMA-376-1, 22.9.2.19): a control character as `_x0007_`, a text that only looks like such an
 * escape as `_x005F_x0007_`, half a surrogate pair as U+FFFD.
 */
export const xmlText = (text: string): string => text.replace(SPECIAL, escaped);

function escaped(found: string): string {
  const named = NAMED[found];
  if (named !== undefined) return named;
  if (found.length > 1) return `_x005F${found}`;
  const unit = found.charCodeAt(0);
  return unit < 0xa0 ? `_x${unit.toString(16).toUpperCase().padStart(4, '0')}_` : '\ufffd';
}

/** A cell's text, cut where Excel would refuse the workbook. */
export function cellText(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
