import * as z from 'zod';
import { AgencyId } from '../core/plan/agency.ts';
import { Period } from '../core/plan/period.ts';
import { RowId } from '../core/plan/plan.ts';

/**
 * What another plan does to one period that is not closed. `sent`: reports in force. Rows: how many agencies owe it that did not (`more`),
 * did and would not (`fewer`), and in how many reports in force its entry counts no more (`dropped`). Agencies: how many rows more and
 * fewer they owe, and whether they have sent.
 */
export const PlanEffects = z.object({
  period: Period,
  sent: z.int(),
  rows: z.array(z.object({ row: RowId, more: z.int(), fewer: z.int(), dropped: z.int() })),
  agencies: z.array(z.object({ agency: AgencyId, more: z.int(), fewer: z.int(), sent: z.boolean() })),
});
export type PlanEffects = z.infer<typeof PlanEffects>;
