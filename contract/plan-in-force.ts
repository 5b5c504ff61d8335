import * as z from 'zod';
import { PlanChange } from '../core/plan/plan-changes.ts';

/** Whether a plan is that of the files which a server was started with, or was confirmed on the desk. */
const PlanOrigin = z.enum(['files', 'desk']);

/** That another plan came into force: who brought it, why, and what it says otherwise; by whom and why is not known of files. */
const PlanTurn = z.object({
  at: z.string(),
  by: z.string(),
  reason: z.string().optional(),
  origin: PlanOrigin,
  changes: z.array(PlanChange),
});

/** The plan in force: `digest` names plan and agencies together; `turns`: how it came to be so, the newest first. */
export const PlanStanding = z.object({ digest: z.string(), origin: PlanOrigin, turns: z.array(PlanTurn) });
export type PlanStanding = z.infer<typeof PlanStanding>;
