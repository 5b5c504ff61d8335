/** Which report somebody wants proven: as it is named and by what he holds of it, its SHA-256 or its receipt's number. */
export interface NamedProof {
  readonly period: string;
  readonly agency: string;
  readonly code: string;
}

/** What somebody holds of a report: its SHA-256 (64 lower-case hex), or the number of a receipt. */
export type HeldProof = { readonly sha256: string } | { readonly receipt: string };

/** Where the proof page stands below an origin, and what it is to prove: behind `#`, so that no server's log learns who proves what. */
export const proofPath = ({ period, agency, code }: NamedProof): string =>
  `/xac-minh/#${Object.entries({ ky: period, 'don-vi': agency, ma: code })
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
