import type * as z from 'zod';
import type { Agencies } from '../agency.ts';
import type { Plan } from '../plan.ts';
import type { Sound } from './sound-part.ts';

export type DraftPlan = Sound<z.input<typeof Plan>>;
export type DraftAgencies = Sound<z.input<typeof Agencies>>;

/** A plan and its agencies as they were written, whatever is wrong with them: any part may be missing. */
export interface PlanDraft {
  readonly plan: DraftPlan;
  readonly agencies: DraftAgencies;
  /** All ids of agencies and of groups of agencies that stand anywhere, well written or not. */
  readonly named: ReadonlySet<string>;
  /** Those of agencies alone. */
  readonly namedAgencies: ReadonlySet<string>;
}

export type DraftIndicator = NonNullable<NonNullable<DraftPlan['indicators']>[number]>;
export type DraftAgency = NonNullable<DraftAgencies[number]>;
export type DraftGroup = NonNullable<NonNullable<DraftPlan['agencyGroups']>[number]>;

/** The items of a list that are there, each with its place in it. */
export const withPlaces = <T>(list: readonly (T | undefined)[] | undefined): (readonly [T, number])[] =>
  (list ?? []).flatMap((item, k) => (item === undefined ? [] : [[item, k] as const]));

/** The ids of a list that may be of any shape. */
export function idsIn(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: { readonly id?: unknown } | null) => (typeof item?.id === 'string' ? [item.id] : []));
}

/** The years of the plan, from the first to the last of its phases; null where one of them does not say, or ends before it begins. */
export function yearsOf({ phases }: DraftPlan): { readonly from: number; readonly to: number } | null {
  const from = (phases ?? []).map((phase) => phase?.from ?? Number.NaN);
  const to = (phases ?? []).map((phase) => phase?.to ?? Number.NaN);
  const isBackwards = from.some((year, k) => year > (to[k] ?? year)); // told by itself
  return from.length === 0 || isBackwards || [...from, ...to].some(Number.isNaN) ? null : { from: Math.min(...from), to: Math.max(...to) };
}
