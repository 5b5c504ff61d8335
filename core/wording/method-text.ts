import { measureOf } from '../measures/measure-of.ts';
import type { Indicator } from '../plan/plan.ts';
import type { TextContext } from '../tables/column.ts';

/** The form's column "Cách tính" (contract, "Adding up"), as builder and reader both expect it. */
export const methodText = (indicator: Indicator, { agency, whole, reporter }: TextContext): string =>
  measureOf(indicator).method({ nameOf: (id) => agency.get(id)?.name ?? id, whole, agency: reporter });
