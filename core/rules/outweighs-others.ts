import * as z from 'zod';
import { type FindingOf, finding } from '../findings/finding.ts';
import { formatCount } from '../format.ts';
import { measureOf } from '../measures/measure-of.ts';
import type { AgencyId } from '../plan/agency.ts';
import type { Obligations } from '../plan/obligations.ts';
import type { IndicatorEntry, Report } from '../report.ts';
import { none, rule } from './rule.ts';

/** Among fewer agencies than this one may well be larger than the others together. */
const LEAST_REPORTED = 5;

/** A telephone number typed as a count. */
export const outweighsOthers = rule({
  id: 'outweighs-others',
  severity: 'warning',
  stage: 'other-reports',
  /** `reported`: how many others reported a figure, `others`: what their denominators come to. */
  facts: z.strictObject({ denominator: z.number(), others: z.number(), reported: z.number() }),
  sentence: ({ denominator, others, reported }) =>
    `Mẫu số (${formatCount(denominator)}) lớn hơn tổng mẫu số của ${formatCount(reported)} đơn vị khác cộng lại (${formatCount(others)}). Kiểm tra xem có nhập nhầm số khác, như số điện thoại, vào ô này không.`,
  refusal: none,
  setting: { name: 'Mẫu số không lớn hơn tổng của các đơn vị khác', allows: 'waiver' },
  reason: none,
  fixes: none,
  live: none,
  check: none,
});

/**
 * Each agency's denominators that are above those of all others together, also in a row whose result one agency states: a wrong figure is
 * wrong there too. At most one agency a row.
 */
export function heavyReports(reports: readonly Report[], { plan, reporters }: Obligations): Map<AgencyId, FindingOf<'outweighs-others'>[]> {
  const byAgency = new Map(reports.map((report) => [report.agency, report]));
  const found = new Map<AgencyId, FindingOf<'outweighs-others'>[]>();
  for (const indicator of plan.indicators) {
    const { ownCounts, statedBy } = measureOf(indicator);
    if (!ownCounts) continue;
    const { id: row } = indicator;
    const wholes = (reporters.get(row) ?? []).flatMap((agency) => {
      const whole = wholeOf(byAgency.get(agency)?.indicators[row]);
      // What is stated for all is as large as all of them.
      return whole === null || agency === statedBy ? [] : [{ agency, whole }];
    });
    if (wholes.length < LEAST_REPORTED) continue;
    const all = wholes.reduce((sum, { whole }) => sum + whole, 0);
    for (const { agency, whole } of wholes) {
      if (whole <= all - whole) continue;
      const facts = { denominator: whole, others: all - whole, reported: wholes.length - 1 };
      found.set(agency, [...(found.get(agency) ?? []), finding(outweighsOthers, facts, { row, field: 'denominator' })]);
    }
  }
  return found;
}

const wholeOf = (entry: IndicatorEntry | undefined): number | null => (entry?.state === 'reported' ? (entry.denominator ?? null) : null);
