import * as z from 'zod';
import { AgencyId, AgencyKind } from './agency.ts';

/**
 * What a period says of an agency otherwise than the list: whether it reports, what it is called, whose work it has taken over. With a
 * kind it may be one that the list does not have: it is added.
 */
export const AgencyChange = z.strictObject({
  active: z.boolean().optional(),
  name: z.string().trim().min(1).max(200).optional(),
  shortName: z.string().trim().min(1).max(60).optional(),
  kind: AgencyKind.optional(),
  succeeds: z.array(AgencyId).min(1).max(50).optional(),
});
export type AgencyChange = z.infer<typeof AgencyChange>;

export const AgencyChanges = z.partialRecord(AgencyId, AgencyChange);
export type AgencyChanges = z.infer<typeof AgencyChanges>;
