import * as z from 'zod';
import { PlanChange } from '../../core/plan/plan-changes.ts';

/** Plans stand apart from every period, each under its digest: what an amendment changed can be said at the next start. */
export const PLANS_PARTITION = 'plans';

/** A plan, or a list of agencies, as JSON, packed (gzip, base64): 500 rows are some tens of kilobytes. */
export const StoredPlan = z.strictObject({ packed: z.string() });
export type StoredPlan = z.infer<typeof StoredPlan>;

const AGENCIES = 'agencies|';
export const agenciesRow = (digest: string): string => `${AGENCIES}${digest}`;
export const isStoredPlanRow = (row: string): boolean => /^(?:agencies\|)?[0-9a-f]{64}$/.test(row);

/**
 * In a period: the digests of the plan and of the agencies that it was last served by; among the plans: of those that the store was last
 * served by. Notes of earlier releases name no agencies.
 */
export const PLAN_ROW = 'plan';
export const ServedPlan = z.strictObject({ digest: z.string(), agencies: z.string().optional() });
export type ServedPlan = z.infer<typeof ServedPlan>;
/** The digests of a plan and of its agencies. */
export type PlanNames = ServedPlan & { readonly agencies: string };

/**
 * The plan that a person confirmed on the desk, by digests: it stands above the files that a server is started with. `plan` null: the files
 * count again, by command.
 */
export const CONFIRMED_ROW = 'confirmed';
export const ConfirmedPlan = z.strictObject({
  plan: z.strictObject({ id: z.string(), digest: z.string(), agencies: z.string() }).nullable(),
  at: z.string(),
  by: z.string(),
  reason: z.string(),
});
export type ConfirmedPlan = z.infer<typeof ConfirmedPlan>;

/** That a store was served by another plan from a moment on: who changed it, why, and what it says otherwise than the one before. */
export const PLAN_CHANGES = 'change|';
export const PlanChangeRow = z.strictObject({
  at: z.string(),
  by: z.string(),
  reason: z.string().optional(),
  origin: z.enum(['files', 'desk']),
  digest: z.string(),
  agencies: z.string(),
  changes: z.array(PlanChange),
});
export type PlanChangeRow = z.infer<typeof PlanChangeRow>;
/** In the order of time. */
export const planChangeRow = (at: Date, nonce: string): string => `${PLAN_CHANGES}${at.toISOString()}|${nonce}`;
