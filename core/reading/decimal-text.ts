import { numberText } from './one-number.ts';

const GROUPS = '[1-9]\\d{0,2}';
/** Each with one reading alone: whole groups of three with one kind of separator, the other mark before decimals. */
const FORMS = [
  /^(\d+)$/,
  new RegExp(`^(${GROUPS}(?:\\.\\d{3}){2,})$`),
  new RegExp(`^(${GROUPS}(?:,\\d{3}){2,})$`),
  new RegExp(`^(${GROUPS}(?:\\.\\d{3})+),(?<decimals>\\d+)$`),
  new RegExp(`^(${GROUPS}(?:,\\d{3})+)\\.(?<decimals>\\d+)$`),
  new RegExp(`^(${GROUPS}(?:([\\u0020\\u00a0\\u202f])\\d{3})(?:\\2\\d{3})*)(?:[.,](?<decimals>\\d+))?$`),
  /^(\d+)[.,](?<decimals>\d+)$/,
];
/** 1.234 may be one thousand and more, or one and less. */
const TWO_READINGS = /^[1-9]\d{0,2}[.,]\d{3}$/;
const LONGEST = 32;

/** The number that a text says in one way alone, or null: "12,5", "1.234,5", "1 234", "-3". */
export function decimalOfText(text: string): number | null {
  const bare = numberText(text).replace(/^\u2212/, '-');
  const digits = bare.replace(/^[-+]/, '');
  if (bare.length > LONGEST || TWO_READINGS.test(digits)) return null;
  for (const form of FORMS) {
    const found = form.exec(digits);
    if (!found) continue;
    const whole = (found[1] ?? '').replace(/\D/g, '');
    return Number(`${bare.startsWith('-') ? '-' : ''}${whole}.${found.groups?.decimals ?? ''}`);
  }
  return null;
}

/** What a text may mean that has two readings, as Vietnamese people write first: "1.234" is 1234, or 1.234. Empty for any other. */
export function twoReadings(text: string): readonly number[] {
  const bare = numberText(text).replace(/^\u2212/, '-');
  if (!TWO_READINGS.test(bare.replace(/^[-+]/, ''))) return [];
  const [whole, part] = [Number(bare.replace(/[.,]/, '')), Number(bare.replace(',', '.'))];
  return bare.includes('.') ? [whole, part] : [part, whole];
}
