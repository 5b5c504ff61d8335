type CsvValue = string | number;

/** What a CSV text begins with: a byte order mark, by which spreadsheet programs know UTF-8. */
export const CSV_START = '\ufeff';

/**
 * Lines as CSV: UTF-8 with a byte order mark, comma, CRLF; text that would begin a formula bears an apostrophe (OWASP, "CSV Injection"), a
 * number never.
 */
export const csvText = (lines: readonly (readonly CsvValue[])[]): string => `${CSV_START}${lines.map(csvLine).join('')}`;

/** One line of it. */
export function csvLine(values: readonly CsvValue[]): string {
  let line = '';
  let comma = '';
  // Of every cell of a country: no lists in between.
  for (const value of values) {
    line += `${comma}${typeof value === 'number' ? value : quoted(value)}`;
    comma = ',';
  }
  return `${line}\r\n`;
}

/** Full-width signs begin formulas for Excel in East Asian languages (OWASP); so may what stands behind a line break. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;
const TO_QUOTE = /[",\r\n]/;

function quoted(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return TO_QUOTE.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
