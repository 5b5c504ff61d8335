import * as z from 'zod';
import { oncePerObject } from '../once.ts';

/** An agency's stable id: `KHCN`, `X-01`. It stands in names of rows, files and folders. */
export const AgencyId = z
  .string()
  .max(40)
  .regex(/^[A-Z][A-Za-z0-9-]*$/)
  .brand('AgencyId');
export type AgencyId = z.infer<typeof AgencyId>;

/** A kind of agencies in the plan's own word: `so`, `xa`, `benh-vien`. */
export const AgencyKind = z.string().regex(/^[a-z][a-z0-9-]*$/);

/**
 * An agency that reports, or might. `active` ones are obliged; `defaultReporter` ones belong to their kind's group. `governs`: the upper
 * line of its letterhead, where it is another one than that of its kind. `submitsFor`: agencies whose reports it may send. `succeeds`:
 * agencies whose counts of the last period are its own.
 */
export const Agency = z.strictObject({
  id: AgencyId,
  name: z.string().min(1),
  shortName: z.string().min(1),
  kind: AgencyKind,
  place: z.string().optional(),
  governs: z.string().optional(),
  submitsFor: z.array(AgencyId).optional(),
  succeeds: z.array(AgencyId).optional(),
  gsoCode: z.string().optional(),
  identifier: z
    .string()
    .regex(/^(H\d\d(\.\d{1,3}){0,3}|\d{3}\.\d{2}\.\d{2}\.H\d\d)$/)
    .optional(),
  roles: z.array(z.enum(['reporter', 'consolidator'])),
  defaultReporter: z.boolean(),
  active: z.boolean(),
  note: z.string().optional(),
});
export type Agency = z.infer<typeof Agency>;

/** All agencies, in the order in which every list and matrix shows them. */
export const Agencies = z.array(Agency);
export type Agencies = z.infer<typeof Agencies>;

const byId = oncePerObject(
  (agencies: Agencies): ReadonlyMap<string, Agency> => new Map(agencies.map((agency) => [agency.id as string, agency])),
);

/** The agency with an id, if it is one of the list. */
export const agencyWithId = (agencies: Agencies, id: string): Agency | undefined => byId(agencies).get(id);

/** An agency's full name; the id itself where it is no agency of the list. */
export const agencyName = (agencies: Agencies, id: string): string => agencyWithId(agencies, id)?.name ?? id;
