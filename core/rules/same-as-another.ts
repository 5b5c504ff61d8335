import * as z from 'zod';
import { type FindingOf, finding } from '../findings/finding.ts';
import { formatCount } from '../format.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { IndicatorEntry, Report } from '../report.ts';
import { none, rule } from './rule.ts';

/** Fewer equal rows than this can be chance: small communes have small numbers. */
const LEAST_ROWS = 4;
const LEAST_FIGURE = 10;

/** A neighbour's file sent as one's own. */
export const sameAsAnother = rule({
  id: 'same-as-another',
  severity: 'warning',
  stage: 'other-reports',
  facts: z.strictObject({ agency: z.string(), rows: z.number() }),
  sentence: ({ agency, rows }) => `${formatCount(rows)} dòng số liệu giống hệt báo cáo của ${agency}. Kiểm tra xem có chép nhầm tệp không.`,
  refusal: none,
  setting: { name: 'Không giống hệt báo cáo của đơn vị khác', allows: 'waiver' },
  reason: none,
  fixes: none,
  live: none,
  check: none,
});

/** Two agencies of which all counts are equal: named for both; the first in `reports` is compared first. */
export function equalReports(
  reports: readonly Report[],
  shortName: (agency: AgencyId) => string,
): Map<AgencyId, FindingOf<'same-as-another'>> {
  const found = new Map<AgencyId, FindingOf<'same-as-another'>>();
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
      found.set(agency, finding(sameAsAnother, { agency: shortName(other), rows: counts.length }));
      if (!found.has(other)) found.set(other, finding(sameAsAnother, { agency: shortName(agency), rows: counts.length }));
    }
  }
  return found;
}

const isTelling = (entry: IndicatorEntry | undefined): entry is IndicatorEntry =>
  entry?.state === 'reported' && entry.numerator !== undefined && (entry.denominator ?? 0) >= LEAST_FIGURE;
