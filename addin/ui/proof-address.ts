import { type NamedProof, proofPath } from '../../core/proof-path.ts';
import { receiptNumberIn } from '../../core/receipt-number.ts';

interface ProvenReport {
  readonly period: string;
  readonly agency: string;
  readonly sha256: string;
}

/** The URL that a receipt's QR code holds. */
export const proofAddress = (origin: string, { sha256, ...named }: ProvenReport): string =>
  `${origin}${proofPath({ ...named, code: sha256 })}`;

export const proofHash = (asked: NamedProof): string => proofPath(asked).replace(/^[^#]*/, '');

/** What such a URL asks for; null if any of its parts is missing. An agency may stand there by its name. */
export function askedProof(hash: string): NamedProof | null {
  const asked = new URLSearchParams(hash.replace(/^#/, ''));
  const [period, agency, code] = [asked.get('ky'), asked.get('don-vi'), asked.get('ma')];
  return period && agency && code ? { period, agency, code: proofCodeIn(code) ?? code } : null;
}

/** What was typed of a receipt: its SHA-256 as 64 lower-case hex, or its number as the server writes it; null where it is neither. */
export function proofCodeIn(typed: string): string | null {
  const hash = typed
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toLowerCase();
  return /^[0-9a-f]{64}$/.test(hash) ? hash : receiptNumberIn(typed);
}
