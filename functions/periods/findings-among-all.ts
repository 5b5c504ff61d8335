import type { Finding } from '../../core/findings/finding.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { underSettings } from '../../core/plan/settings.ts';
import { heavyReports } from '../../core/rules/outweighs-others.ts';
import type { Head } from '../store/rows.ts';
import type { PeriodContext } from './period-context.ts';

/** What is found only when the reports in force are seen together, by agency, under the period's settings; stored with none of them. */
export function findingsAmongAll(
  { obligations, settings }: PeriodContext,
  heads: readonly Head[],
): ReadonlyMap<AgencyId, readonly Finding[]> {
  const reports = heads.flatMap(({ current }) => (current ? [current.report] : []));
  return new Map([...heavyReports(reports, obligations)].map(([agency, found]) => [agency, underSettings(found, agency, settings)]));
}
