import type { Receipt } from '../../api/answers.ts';

/** Crockford's alphabet, as the server numbers receipts (functions/reports/receipt-id.ts). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The short number of a version's receipt; null where the address is neither https nor this machine: browsers make no hash there. */
export async function receiptNumber({
  plan,
  period,
  agency,
  version,
  sha256,
}: Omit<Receipt, 'id' | 'at' | 'by' | 'findings'>): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const text = new TextEncoder().encode([plan, period, agency, version, sha256].join('\n'));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  const letters = [...digest.subarray(0, 8)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
