import type { AgencyId } from '../agency.ts';
import { type Finding, finding } from '../findings/finding.ts';
import type { IndicatorEntry, Report } from '../report.ts';

/** Fewer equal rows than this can be chance: small communes have small numbers. */
const LEAST_ROWS = 4;
const LEAST_FIGURE = 10;

/** A neighbour's file sent as one's own: two agencies of which all counts are equal. Named for both; the first in `reports` is compared first. */
export function sameAsAnother(reports: readonly Report[], shortName: (agency: AgencyId) => string): Map<AgencyId, Finding> {
  const found = new Map<AgencyId, Finding>();
  const first = new Map<string, AgencyId>();
  for (const { agency, indicators } of reports) {
    const counts = Object.entries(indicators).flatMap(([row, entry]) =>
      isTelling(entry) ? `${row}=${entry.numerator}/${entry.denominator}` : [],
    );
    if (counts.length < LEAST_ROWS) continue;
    const print = counts.sort().join(' ');
    const other = first.get(print);
    if (other === undefined) first.set(print, agency);
    else {
      found.set(agency, finding('same-as-another', { agency: shortName(other), rows: counts.length }));
      if (!found.has(other)) found.set(other, finding('same-as-another', { agency: shortName(agency), rows: counts.length }));
    }
  }
  return found;
}

const isTelling = (entry: IndicatorEntry | undefined): entry is IndicatorEntry =>
  entry?.state === 'reported' && entry.numerator !== undefined && (entry.denominator ?? 0) >= LEAST_FIGURE;
