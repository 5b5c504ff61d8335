import { measureOf } from '../measures/measure-of.ts';
import type { Obligations } from '../plan/obligations.ts';
import type { Indicator } from '../plan/plan.ts';

/** The form's column "Cách tính" (contract, "Adding up"), as builder and reader both expect it. */
export const methodText = (indicator: Indicator, { agency }: Pick<Obligations, 'agency'>): string =>
  measureOf(indicator).method((id) => agency.get(id)?.name ?? id);
