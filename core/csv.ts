/** Lines as CSV: UTF-8 with a byte order mark, comma, CRLF; text that would begin a formula bears an apostrophe (OWASP, "CSV Injection"), a number never. */
export const csvText = (lines: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${lines.map((line) => `${line.map((one) => (typeof one === 'number' ? String(one) : quoted(one))).join(',')}\r\n`).join('')}`;

/** Full-width signs begin formulas for Excel in East Asian languages (OWASP); so may what stands behind a line break. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

function quoted(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
