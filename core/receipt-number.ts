/** Crockford's alphabet: no letter that is read for a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/** What of a version its receipt is numbered from. */
export interface NumberedVersion {
  readonly plan: string;
  readonly period: string;
  readonly agency: string;
  readonly version: number;
  readonly sha256: string;
}

/** A receipt's number as people read it out: `7F3K-92QD`, from what the receipt is for; `sha256Of` gives the digest of a text. */
export function receiptNumber({ plan, period, agency, version, sha256 }: NumberedVersion, sha256Of: (text: string) => Uint8Array): string {
  const digest = sha256Of([plan, period, agency, version, sha256].join('\n'));
  return inTwo([...digest.subarray(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join(''));
}

/** The number that was typed, however it is spelled: in small letters, with O for 0 or I for 1, with any dash or blank, and with what is copied along unseen (soft hyphens of a PDF); null where it is none. */
export function receiptNumberIn(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}\u2212]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return letters.length === LENGTH && [...letters].every((letter) => LETTERS.includes(letter)) ? inTwo(letters) : null;
}

const inTwo = (letters: string): string => `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
