/** Which report somebody wants proven. */
interface NamedReport {
  readonly period: string;
  readonly agency: string;
  readonly sha256: string;
}

/** Where the proof page stands below an origin, and what it is to prove: behind `#`, so that no server's log learns who proves what. */
export const proofPath = ({ period, agency, sha256 }: NamedReport): string =>
  `/xac-minh/#${Object.entries({ ky: period, 'don-vi': agency, ma: sha256 })
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
