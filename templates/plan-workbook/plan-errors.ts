import { checkPlan, type WrittenPlan } from '../../core/plan/checking/check-plan.ts';
import type { PlanFinding } from '../../core/plan/checking/plan-fault.ts';
import { planFinding } from '../../core/wording/plan-faults.ts';

const NAMES = { plan: 'plan', agencies: 'agencies' };
/** An answer names fewer. */
const MOST_NAMED = 200;

/** What keeps a plan and its agencies from being put in force, in the order of the two, the first of many. */
export const planErrors = (written: WrittenPlan): PlanFinding[] =>
  checkPlan(written)
    .map((fault) => planFinding(fault, written, NAMES))
    .filter(({ severity }) => severity === 'error')
    .slice(0, MOST_NAMED);
