import * as z from 'zod';
import { AgencyId } from '../core/plan/agency.ts';
import { InForce } from './receipt.ts';
import { WireFinding } from './wire-finding.ts';

/** A refusal on the wire (RFC 9457). */
export const ProblemDetails = z.object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string(), requestId: z.string() });

/** `type` is this with the problem's name behind it. */
export const PROBLEM_URN = 'urn:phuluc:problem:';

/** A place in a body or a URL that does not fit, and what is wrong there. */
export const PathError = z.object({ path: z.string(), message: z.string() });
export type PathError = z.infer<typeof PathError>;

/** A workbook that is to be taken in, beside the version in force. */
export const Arrived = z.object({ agency: AgencyId, modified: z.string().nullable(), rowsFilled: z.int() });
export type Arrived = z.infer<typeof Arrived>;

/** What some problems say besides. */
export const ProblemMembers = z.object({
  /** Of `invalid-report` and `invalid-request`. */
  errors: z.array(PathError).optional(),
  /** Of `findings-block` and `not-a-workbook`. */
  findings: z.array(WireFinding).optional(),
  /** Of `older-workbook` and `emptier-workbook`. */
  inForce: InForce.optional(),
  arrived: Arrived.optional(),
});
export type ProblemMembers = z.infer<typeof ProblemMembers>;
