import * as z from 'zod';

/** A finding on the wire: the sentence made, the place where there is one. */
export const WireFinding = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  row: z.string().nullable(),
  field: z.string().nullable(),
  message: z.string(),
  sheet: z.string().optional(),
  cell: z.string().optional(),
});
export type WireFinding = z.infer<typeof WireFinding>;
