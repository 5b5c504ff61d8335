/** Vietnamese, as number formats name a language (ECMA-376 Part 1, 18.8.31; [MS-LCID] 0x042A). */
const VIETNAMESE = '[$-42A]';

/**
 * A number format that prints decimal comma and thousands dot wherever the program goes by the language of the format (LibreOffice, and
 * what is built of it). Excel goes by the machine alone, whatever the format says.
 */
export const printedFormat = (code: string): string => {
  const sections = code.split(';').map((section) => /^(\[[^\]]*\])?([#0.,%]+)$/.exec(section));
  const isNumber = sections.every((parts) => parts !== null) && /\d[.,]|[.,]\d|#,#/.test(code);
  // In every section, or LibreOffice goes by the first one; behind the condition, where Excel has the sign of a currency.
  return isNumber ? sections.map((parts) => `${parts?.[1] ?? ''}${VIETNAMESE}${parts?.[2]}`).join(';') : code;
};
