import type { Receipt } from '../../../contract/receipt.ts';
import { sha256Bytes } from '../../ui/digest.ts';

/** Crockford's alphabet, as the server numbers receipts (functions/reports/receipt-id.ts). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The short number of a version's receipt. */
export function receiptNumber({ plan, period, agency, version, sha256 }: Omit<Receipt, 'id' | 'at' | 'by' | 'findings'>): string {
  const digest = sha256Bytes([plan, period, agency, version, sha256].join('\n'));
  const letters = [...digest.subarray(0, 8)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
