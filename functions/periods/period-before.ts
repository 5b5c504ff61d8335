import { Period } from '../../core/plan/plan.ts';

/** The year before, whether or not the plan holds it. */
export const periodBefore = (period: Period): Period => Period.parse(String(Number(period) - 1));
