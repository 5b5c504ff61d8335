import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { AgencyId } from '../../core/plan/agency.ts';
import { Period } from '../../core/plan/period.ts';
import { receiptNumberIn } from '../../core/receipt-number.ts';
import type { Route } from '../route.ts';

/** As people copy it: in letters of either case. */
const CopiedSha256 = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/);

/** As people spell it: `7f3k 92qd` for `7F3K-92QD`. */
const CopiedNumber = z.string().refine((typed) => receiptNumberIn(typed) !== null);

/** Proof that a report was received, for anyone who knows its SHA-256, or the number of its receipt. */
export const Proof = z.object({
  agency: AgencyId,
  name: z.string(),
  period: Period,
  version: z.int(),
  at: z.string(),
  inForce: z.boolean(),
});
export type Proof = z.infer<typeof Proof>;

export const proveReportRoute = {
  method: 'GET',
  path: '/public/{period}/proof',
  id: 'proveReport',
  summary: 'Xác minh báo cáo đã được tiếp nhận, theo mã SHA-256 hoặc số biên nhận',
  rights: 'anyone',
  /** One of `sha256` and `receipt`. */
  queries: { agency: AgencyId, sha256: CopiedSha256.optional(), receipt: CopiedNumber.optional() },
  answers: { 200: { [JSON_TYPE]: Proof } },
  refuses: ['not-found', 'invalid-request', 'too-many-tries'],
} as const satisfies Route;
