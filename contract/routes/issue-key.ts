import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { JSON_TYPE } from '../../core/media-types.ts';
import { LONGEST_NAME } from '../../core/person-name.ts';
import { AgencyId } from '../../core/plan/agency.ts';
import type { Route } from '../route.ts';

/** `user`: the person who will bear it, whom receipts and audit name. */
const IssueRequest = z.strictObject({ agency: AgencyId, until: Day.optional(), user: z.string().max(LONGEST_NAME).optional() });

/** The key itself: only this answer ever shows it. */
export const IssuedKey = z.object({ id: z.string(), agency: AgencyId, key: z.string() });
export type IssuedKey = z.infer<typeof IssuedKey>;

export const issueKeyRoute = {
  method: 'POST',
  path: '/keys',
  id: 'issueKey',
  summary: 'Cấp mã truy cập cho một đơn vị',
  rights: 'consolidators',
  bodies: { [JSON_TYPE]: IssueRequest },
  answers: { 201: { [JSON_TYPE]: IssuedKey } },
  refuses: ['not-found', 'invalid-request'],
} as const satisfies Route;
