import * as z from 'zod';
import { Day } from '../core/day.ts';
import { AgencyId } from '../core/plan/agency.ts';
import { Period } from '../core/plan/period.ts';
import { PlanChange } from '../core/plan/plan-changes.ts';
import { Settings } from '../core/plan/settings.ts';
import { Reason } from './written-texts.ts';

/** What somebody did in a period. It is stored in this very shape: new members must be optional. */
export const AuditEntry = z.object({
  at: z.string(),
  by: z.string(),
  action: z.string(),
  agency: AgencyId.optional(),
  version: z.int().optional(),
  reason: Reason.optional(),
  intake: z.boolean().optional(),
  settings: Settings.optional(),
  /** Of settings that last from another period: the one in which they were changed. */
  from: Period.optional(),
  /** Of a key: the person who bears it. */
  user: z.string().optional(),
  /** Of a workbook that was taken in: the day on which it had come, and the version that it replaced. */
  receivedOn: Day.optional(),
  replaces: z.int().optional(),
  /** Of a workbook that was refused: its name, the SHA-256 of its bytes, why, and which version was in force (0: none). */
  file: z.string().optional(),
  sha256: z.string().optional(),
  rules: z.array(z.string()).optional(),
  inForce: z.int().optional(),
  /** Of one refused as `older-workbook`: its time leaves open whether it is older. */
  unclear: z.boolean().optional(),
  /** Of a handout to some agencies: to which; left out where all got one. */
  agencies: z.array(AgencyId).optional(),
  /** Of a plan that is another than before: what it says otherwise. */
  changes: z.array(PlanChange).optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
