import * as z from 'zod';
import { JSON_TYPE, ZIP } from '../../core/media-types.ts';
import { AgencyId } from '../../core/plan/agency.ts';
import type { Route } from '../route.ts';

/**
 * Forms and letters for some agencies, or for all that report: a folder an agency, and a list of them. Each letter holds a new one-time
 * code.
 */
export const handOutRoute = {
  method: 'POST',
  path: '/periods/{period}/handout',
  id: 'handOut',
  summary: 'Giao biểu: biểu, thư giao biểu có mã dùng một lần của từng đơn vị (.zip)',
  rights: 'consolidators',
  bodies: { [JSON_TYPE]: z.strictObject({ agencies: z.array(AgencyId).min(1).max(5_000).optional() }) },
  answers: { 200: { [ZIP]: null } },
  refuses: ['unsupported-media-type', 'too-large', 'invalid-request', 'period-closed'],
} as const satisfies Route;
