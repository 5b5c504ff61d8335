import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { AgencyId } from '../../core/plan/agency.ts';

/** Keys stand apart from every period: no period's partition has a name without `|`. */
export const KEYS_PARTITION = 'access-keys';

/** Characters of a key's label. */
export const LONGEST_LABEL = 200;

/** An access key as it is stored, under its digest. The key itself is stored nowhere. */
export const AccessKey = z.strictObject({
  agency: AgencyId,
  issuedAt: z.string(),
  issuedBy: z.string(),
  revokedAt: z.string().nullable(),
  revokedBy: z.string().nullable(),
  /** The last day on which it works, where the plan is; absent: until it is revoked. */
  until: Day.optional(),
  /** Where the key is used, in the words of whoever asked for it. */
  label: z.string().max(LONGEST_LABEL).optional(),
  /** The person who bears it, whom receipts and audit name; absent: they name the agency. */
  user: z.string().optional(),
  /** It opens the feed and nothing else; absent: whatever its agency may do. */
  readOnly: z.literal(true).optional(),
});
export type AccessKey = z.infer<typeof AccessKey>;

/** Whether a row of the partition is a key: its name is the key's digest. */
export const isAccessKeyRow = (row: string): boolean => /^[0-9a-f]{64}$/.test(row);

/** What happened to a key or a code, for the audit of a period to show among its own entries. `key` is the id of the key, or of a revoked code. */
export const KeyAuditEntry = z.strictObject({
  at: z.string(),
  by: z.string(),
  action: z.enum(['key-issued', 'key-revoked', 'code-used', 'code-revoked']),
  agency: AgencyId,
  key: z.string(),
  reason: z.string().optional(),
  user: z.string().optional(),
  until: Day.optional(),
  readOnly: z.literal(true).optional(),
});
export type KeyAuditEntry = z.infer<typeof KeyAuditEntry>;

export const SIGN_IN_CODES = 'code|';

/** A code as it is stored. `until`: the moment after which it is good for nothing; `usedAt`: null until it was changed for a key. */
export const SignInCode = z.strictObject({
  agency: AgencyId,
  issuedAt: z.string(),
  issuedBy: z.string(),
  until: z.string(),
  usedAt: z.string().nullable(),
  /** When and by whom it was taken back, unused; absent: it was not. */
  revokedAt: z.string().optional(),
  revokedBy: z.string().optional(),
});
export type SignInCode = z.infer<typeof SignInCode>;
