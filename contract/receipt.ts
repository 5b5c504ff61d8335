import * as z from 'zod';
import { Day } from '../core/day.ts';
import { AgencyId } from '../core/plan/agency.ts';
import { Period } from '../core/plan/period.ts';
import { Sha256 } from './sha256.ts';
import { WireFinding } from './wire-finding.ts';

/** The version in force that a workbook came upon; `rowsFilled`: of the rows that the agency may answer. */
export const InForce = z.strictObject({
  version: z.int().min(1),
  at: z.string(),
  file: z.string().nullable(),
  /** When its workbook was saved, as far as it says so. */
  modified: z.string().nullable(),
  rowsFilled: z.int(),
});
export type InForce = z.infer<typeof InForce>;

/** The agency's proof that this version was received. It is stored in this shape, but for its findings: new members must be optional. */
export const Receipt = z.strictObject({
  id: z.string(),
  plan: z.string(),
  period: Period,
  agency: AgencyId,
  version: z.int().min(1),
  at: z.string(),
  by: z.string(),
  sha256: Sha256,
  findings: z.array(WireFinding),
  /** The day on which a workbook that was taken in had come; lateness is counted from it. */
  receivedOn: Day.optional(),
  /** The person who drew the report up, as the sender names them. */
  preparedBy: z.string().optional(),
  /** What was in force when a workbook was taken in. */
  replaces: InForce.optional(),
});
export type Receipt = z.infer<typeof Receipt>;
