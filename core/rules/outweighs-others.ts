import type { AgencyId } from '../agency.ts';
import { type FindingOf, finding } from '../findings/finding.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { Obligations } from '../obligations.ts';
import type { IndicatorEntry, Report } from '../report.ts';

/** Among fewer agencies than this one may well be larger than the others together. */
const LEAST_REPORTED = 5;

/** One agency's denominator above that of all others together: a telephone number typed as a count. At most one agency a row. */
export function outweighsOthers(
  reports: readonly Report[],
  { plan, reporters }: Obligations,
): Map<AgencyId, FindingOf<'outweighs-others'>[]> {
  const byAgency = new Map(reports.map((report) => [report.agency, report]));
  const found = new Map<AgencyId, FindingOf<'outweighs-others'>[]>();
  for (const indicator of plan.indicators) {
    // elsewhere an agency's figure distorts nobody's
    if (!measureOf(indicator).addsCounts) continue;
    const { id: row } = indicator;
    const wholes = (reporters.get(row) ?? []).flatMap((agency) => {
      const whole = wholeOf(byAgency.get(agency)?.indicators[row]);
      return whole === null ? [] : [{ agency, whole }];
    });
    if (wholes.length < LEAST_REPORTED) continue;
    const all = wholes.reduce((sum, { whole }) => sum + whole, 0);
    for (const { agency, whole } of wholes) {
      if (whole <= all - whole) continue;
      const facts = { denominator: whole, others: all - whole, reported: wholes.length - 1 };
      found.set(agency, [...(found.get(agency) ?? []), finding('outweighs-others', facts, { row, field: 'denominator' })]);
    }
  }
  return found;
}

const wholeOf = (entry: IndicatorEntry | undefined): number | null => (entry?.state === 'reported' ? (entry.denominator ?? null) : null);
