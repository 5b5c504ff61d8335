import { createHash } from 'node:crypto';

/** Crockford's alphabet: no letter that is read for a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A receipt's number as people read it out: `7F3K-92QD`, from what the receipt is for. */
export function receiptId(plan: string, period: string, agency: string, version: number, sha256: string): string {
  const digest = createHash('sha256').update([plan, period, agency, version, sha256].join('\n')).digest();
  const letters = [...digest.subarray(0, 8)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
