import type { PublicFigures } from '../../../contract/routes/get-public.ts';
import type { PublicPlan } from '../../../contract/routes/get-public-plan.ts';
import type { PublicPeriods } from '../../../contract/routes/list-public-periods.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import { allOf } from '../../api/all-of.ts';
import type { Api } from '../../api/api.ts';
import type { ApiTrouble } from '../../api/trouble.ts';
import type { Group } from './lines.ts';

/** What the page shows: figures of one period among those that are published, and the plan that they are held against. */
export type PublicView =
  | { readonly kind: 'nothing-yet' }
  /** `wanted` has no figures; others do. */
  | { readonly kind: 'not-this-period'; readonly wanted: string; readonly periods: PublicPeriods['periods'] }
  | {
      readonly kind: 'figures';
      readonly figures: PublicFigures;
      readonly groups: readonly Group[];
      /** Percent of the agencies that must have answered for a verdict. */
      readonly leastCoverage: number;
      readonly periods: PublicPeriods['periods'];
      readonly plan: PublicPlan['plan'];
    };

/** The measures, which word a result: loaded while the server answers, so that the page itself opens at once. */
const loadLines = () => import('./lines.ts').catch(() => null);

/** Figures of the period that the address names; of the newest where it names none. */
export async function loadPublicView(wanted: string | null, api: Api): Promise<Result<PublicView, ApiTrouble>> {
  const loading = loadLines();
  const both = allOf(await Promise.all([api.publicPeriods(), api.publicPlan()]));
  if (!both.ok) return both;
  const [{ periods }, { plan }] = both.value;
  const newest = periods.at(-1);
  if (!newest) return ok({ kind: 'nothing-yet' });
  const chosen = wanted === null ? newest : periods.find(({ period }) => period === wanted);
  if (!chosen) return ok({ kind: 'not-this-period', wanted: wanted ?? '', periods });
  const [answer, lines] = await Promise.all([api.publicFigures(chosen.period), loading]);
  if (!answer.ok) return answer;
  if (!lines) return failed({ kind: 'offline' });
  const figures = answer.value.value;
  return ok({
    kind: 'figures',
    figures,
    groups: lines.groupsOf(figures, plan, chosen.withheld),
    leastCoverage: chosen.leastCoverage,
    periods,
    plan,
  });
}
