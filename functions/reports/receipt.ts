import * as z from 'zod';
import { AgencyId } from '../../core/agency.ts';
import { Day } from '../../core/day.ts';
import { Period } from '../../core/plan.ts';

/** A finding on the wire: the sentence made, the place where there is one. */
export const Finding = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  row: z.string().nullable(),
  field: z.string().nullable(),
  message: z.string(),
  sheet: z.string().optional(),
  cell: z.string().optional(),
});
export type Finding = z.infer<typeof Finding>;

/** States of an agency's report (design, "Submissions"). */
export const State = z.enum(['not-started', 'submitted', 'returned', 'accepted']);
export type State = z.infer<typeof State>;

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

/** What an agency holds in its hand: this version was received. */
export const Receipt = z.strictObject({
  id: z.string(),
  plan: z.string(),
  period: Period,
  agency: AgencyId,
  version: z.int().min(1),
  at: z.string(),
  by: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  findings: z.array(Finding),
  /** The day on which a workbook that was taken in had come; lateness is counted from it. */
  receivedOn: Day.optional(),
  /** What was in force when a workbook was taken in. */
  replaces: InForce.optional(),
});
export type Receipt = z.infer<typeof Receipt>;
