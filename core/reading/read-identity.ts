import type { Agencies } from '../agency.ts';
import { type Finding, finding } from '../findings/finding.ts';
import type { Grid, Workbook } from '../grid.ts';
import type { Identity } from '../identity.ts';
import { IDENTITY, LAYOUT_VERSION } from '../layout.ts';
import { isPlanPeriod, Period, type Plan } from '../plan.ts';
import { failed, ok, type Result } from '../result.ts';
import { matchKey, squash } from '../text.ts';

type Label = keyof typeof IDENTITY.labels;

/** Whose form this is, by its hidden sheet alone. `expected`: the period being consolidated; null takes any period of the plan. */
export function readIdentity(
  workbook: Workbook,
  { plan, agencies, expected }: { plan: Plan; agencies: Agencies; expected: Period | null },
): Result<Identity, Finding> {
  const labels = identityLabels(workbook);
  const { plan: planId, period: year, agency: id, layoutVersion } = labels ?? {};
  if (planId === undefined || year === undefined || id === undefined || layoutVersion === undefined)
    return failed(finding('identity-missing', {}));
  if (planId !== plan.id) return failed(finding('identity-other-plan', { found: planId }));
  if (layoutVersion !== LAYOUT_VERSION)
    return failed(finding('identity-layout-version', { found: layoutVersion, expected: LAYOUT_VERSION }));
  const period = Period.safeParse(year);
  const fits = period.success && (expected === null ? isPlanPeriod(plan, period.data) : period.data === expected);
  if (!fits) return failed(finding('identity-other-period', { found: year, expected }));
  const agency = agencies.find((one) => one.id === id);
  if (!agency) return failed(finding('identity-unknown-agency', { found: id }));
  if (!agency.active) return failed(finding('identity-inactive-agency', { name: agency.name }));
  return ok({ plan: plan.id, period: period.data, agency: agency.id });
}

function identityLabels({ grids, names }: Workbook): Partial<Record<Label, string>> | null {
  const named = names.get(IDENTITY.definedName)?.sheet;
  const likely = grids.filter(({ title, hidden }) => title === named || hidden || matchKey(title) === matchKey(IDENTITY.sheet));
  return likely.map(labelsOf).find((labels) => labels.plan !== undefined && labels.agency !== undefined) ?? null;
}

function labelsOf({ rows }: Grid): Partial<Record<Label, string>> {
  const labels: Partial<Record<Label, string>> = {};
  for (const { cells } of rows.slice(0, 50)) {
    const text = squash(String(cells[0]?.value ?? ''));
    const label = (Object.keys(IDENTITY.labels) as Label[]).find((one) => IDENTITY.labels[one] === text); // keys of the labels are labels
    const value = squash(String(cells[1]?.value ?? ''));
    if (label && value !== '') labels[label] ??= value;
  }
  return labels;
}
