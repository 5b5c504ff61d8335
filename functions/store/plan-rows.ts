import * as z from 'zod';

/** Plans stand apart from every period, each under its digest: what an amendment changed can be said at the next start. */
export const PLANS_PARTITION = 'plans';

/** A plan as JSON, packed (gzip, base64): 500 rows are some tens of kilobytes. */
export const StoredPlan = z.strictObject({ packed: z.string() });
export type StoredPlan = z.infer<typeof StoredPlan>;

/** In a period: the digest of the plan that it was last served by; among the plans: of the one that the store was last served by. */
export const PLAN_ROW = 'plan';
export const ServedPlan = z.strictObject({ digest: z.string() });
export type ServedPlan = z.infer<typeof ServedPlan>;
