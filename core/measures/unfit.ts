import type * as z from 'zod';

/** Tells of what does not go together with the rest of a row, in words for whoever writes the plan. */
export const unfit = (context: z.RefinementCtx, path: string[], says: string): void =>
  context.addIssue({ code: 'custom', path, params: { says } });
