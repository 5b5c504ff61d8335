import { Plan } from '../core/plan/plan.ts';
import seed from './plan.json' with { type: 'json' };

/** The plan of Quảng Ngãi. A broken seed stops the start with the path of the field. */
export const defaultPlan = (): Plan => Plan.parse(seed);
