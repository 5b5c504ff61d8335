import * as z from 'zod';
import { AuditEntry } from '../../contract/audit-entry.ts';
import type { AgencyId } from '../../core/plan/agency.ts';

/** The last refusals of one agency, or of workbooks whose agency is unknown, oldest first; all that ever were are in the audit. */
export const RefusalsRow = z.strictObject({ entries: z.array(AuditEntry) });
export type RefusalsRow = z.infer<typeof RefusalsRow>;

export const REFUSALS = 'refused|';
export const refusalsRow = (agency: AgencyId | null): string => REFUSALS + (agency ?? '');
