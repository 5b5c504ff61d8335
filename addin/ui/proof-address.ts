import { proofPath } from '../../core/proof-path.ts';

/** Which report somebody wants proven: as the URL in a receipt's QR code names it. Texts are as they came. */
export interface AskedProof {
  readonly period: string;
  readonly agency: string;
  readonly sha256: string;
}

/** The URL that a receipt's QR code holds. */
export const proofAddress = (origin: string, asked: AskedProof): string => `${origin}${proofPath(asked)}`;

export const proofHash = (asked: AskedProof): string => proofPath(asked).replace(/^[^#]*/, '');

/** What such a URL asks for; null if any of its parts is missing. */
export function askedProof(hash: string): AskedProof | null {
  const asked = new URLSearchParams(hash.replace(/^#/, ''));
  const [period, agency, sha256] = [asked.get('ky'), asked.get('don-vi'), asked.get('ma')?.toLowerCase()];
  return period && agency && sha256 ? { period, agency, sha256 } : null;
}
