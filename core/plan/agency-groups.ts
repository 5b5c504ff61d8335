import * as z from 'zod';
import { type Agency, AgencyId, AgencyKind } from './agency.ts';

/** A group of agencies under the plan's own name: all of a kind, or those that are named. */
export const AgencyGroup = z.union([
  z.strictObject({ id: z.string(), name: z.string(), kind: AgencyKind }),
  z.strictObject({ id: z.string(), name: z.string(), members: z.array(AgencyId).min(1) }),
]);
export type AgencyGroup = z.infer<typeof AgencyGroup>;

/** Whether an agency belongs to a group: of a kind those that report by default, of named ones each. */
export const isMember = (group: AgencyGroup, { id, kind, defaultReporter }: Pick<Agency, 'id' | 'kind' | 'defaultReporter'>): boolean =>
  'members' in group ? group.members.includes(id) : kind === group.kind && defaultReporter;
