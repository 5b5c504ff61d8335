import { type Finding, finding } from '../findings/finding.ts';
import type { Workbook } from '../grid.ts';
import type { Identity } from '../identity.ts';
import { LAYOUT_VERSION } from '../identity-sheet.ts';
import { type Agencies, agencyWithId } from '../plan/agency.ts';
import { Period } from '../plan/period.ts';
import type { Plan } from '../plan/plan.ts';
import { isPlanPeriod } from '../plan/plan-periods.ts';
import { failed, ok, type Result } from '../result.ts';
import {
  identityAmbiguous,
  identityInactiveAgency,
  identityLayoutVersion,
  identityMissing,
  identityOtherPeriod,
  identityOtherPlan,
  identityUnknownAgency,
} from '../rules/identity.ts';
import { identitiesDiffer, identitySheets } from './identity-labels.ts';

/**
 * Whose form this is, by its hidden sheet alone; where two sheets say otherwise, nothing is guessed. `expected`: the period being
 * consolidated; null takes any period of the plan.
 */
export function readIdentity(
  workbook: Workbook,
  { plan, agencies, expected }: { plan: Plan; agencies: Agencies; expected: Period | null },
): Result<Identity, Finding> {
  const sheets = identitySheets(workbook);
  const [first] = sheets;
  const other = first && sheets.find((one) => identitiesDiffer(first, one));
  if (first && other) return failed(finding(identityAmbiguous, { titles: [...new Set([first.title, other.title])] }));
  const { plan: planId, period: year, agency: id, layoutVersion } = first?.labels ?? {};
  if (planId === undefined || year === undefined || id === undefined || layoutVersion === undefined)
    return failed(finding(identityMissing, {}));
  if (planId !== plan.id) return failed(finding(identityOtherPlan, { found: planId }));
  if (layoutVersion !== LAYOUT_VERSION) return failed(finding(identityLayoutVersion, { found: layoutVersion, expected: LAYOUT_VERSION }));
  const period = Period.safeParse(year);
  const fits = period.success && (expected === null ? isPlanPeriod(plan, period.data) : period.data === expected);
  if (!fits) return failed(finding(identityOtherPeriod, { found: year, expected }));
  const agency = agencyWithId(agencies, id);
  if (!agency) return failed(finding(identityUnknownAgency, { found: id }));
  if (!agency.active) return failed(finding(identityInactiveAgency, { name: agency.name }));
  return ok({ plan: plan.id, period: period.data, agency: agency.id });
}
