/** Lines as CSV: UTF-8 with a byte order mark, comma, CRLF; text that would begin a formula bears an apostrophe (OWASP, "CSV Injection"), a number never. */
export const csvText = (lines: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${lines.map((line) => `${line.map((one) => (typeof one === 'number' ? String(one) : quoted(one))).join(',')}\r\n`).join('')}`;

function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
