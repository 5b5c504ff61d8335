import type { PublicFigures, PublicPeriods, PublicPlan } from '../../api/answers.ts';
import type { Api } from '../../api/api.ts';
import { troubleText } from '../../api/trouble.ts';

/** What the page shows: figures of one period among those that are published, and the plan that they are held against. */
export type Shown =
  | { readonly kind: 'loading' }
  | { readonly kind: 'trouble'; readonly sentence: string }
  | { readonly kind: 'nothing-yet' }
  /** `wanted` has no figures; others do. */
  | { readonly kind: 'not-this-period'; readonly wanted: string; readonly periods: PublicPeriods['periods'] }
  | {
      readonly kind: 'figures';
      readonly figures: PublicFigures;
      readonly periods: PublicPeriods['periods'];
      readonly plan: PublicPlan['plan'];
    };

/** Figures of the period that the address names; of the newest where it names none. */
export async function figuresOf(wanted: string | null, api: Api): Promise<Shown> {
  const [list, open] = await Promise.all([api.publicPeriods(), api.publicPlan()]);
  if (!list.ok) return { kind: 'trouble', sentence: troubleText(list.error) };
  if (!open.ok) return { kind: 'trouble', sentence: troubleText(open.error) };
  const { periods } = list.value.value;
  const newest = periods.at(-1);
  if (!newest) return { kind: 'nothing-yet' };
  const chosen = wanted === null ? newest : periods.find(({ period }) => period === wanted);
  if (!chosen) return { kind: 'not-this-period', wanted: wanted ?? '', periods };
  const figures = await api.publicFigures(chosen.period);
  if (!figures.ok) return { kind: 'trouble', sentence: troubleText(figures.error) };
  return { kind: 'figures', figures: figures.value.value, periods, plan: open.value.value.plan };
}
