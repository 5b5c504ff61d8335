/** Which report somebody wants proven: as the URL in a receipt's QR code names it. Texts are as they came. */
export interface AskedProof {
  readonly period: string;
  readonly agency: string;
  readonly sha256: string;
}

/** The URL that a receipt's QR code holds. It stands behind `#`, so that no server's log learns who proves what. */
export const proofAddress = (origin: string, asked: AskedProof): string => `${origin}/xac-minh/${proofHash(asked)}`;

export const proofHash = ({ period, agency, sha256 }: AskedProof): string =>
  `#${new URLSearchParams({ ky: period, 'don-vi': agency, ma: sha256 })}`;

/** What such a URL asks for; null if any of its parts is missing. */
export function askedProof(hash: string): AskedProof | null {
  const asked = new URLSearchParams(hash.replace(/^#/, ''));
  const [period, agency, sha256] = [asked.get('ky'), asked.get('don-vi'), asked.get('ma')?.toLowerCase()];
  return period && agency && sha256 ? { period, agency, sha256 } : null;
}
