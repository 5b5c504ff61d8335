const NUMBER = /^[+-]?\d+(?:[.,]\d+)*(?:e[+-]?\d+)?$/i;
const THOUSANDS = /\.(?=\d{3}(?!\d))/g;

/** A number as people type it, "65,5", "1.200", "≥ 90 %": its value; null where it is none. */
export function typedNumber(text: string): number | null {
  const bare = text
    .replace(/[\s\u00a0]/g, '')
    .replace(/^[≥≤<>=]+/, '')
    .replace(/%$/, '');
  if (!NUMBER.test(bare)) return null;
  const number = Number(bare.replace(THOUSANDS, '').replace(',', '.'));
  return Number.isNaN(number) ? null : number;
}

/** With a decimal comma: `typedNumber` reads the same number. */
export const typedNumberText = (value: number): string => String(value).replace('.', ',');
