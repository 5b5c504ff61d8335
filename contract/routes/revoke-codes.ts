import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { AgencyId } from '../../core/plan/agency.ts';
import type { Route } from '../route.ts';

/** Takes back the one-time codes of an agency, or of all, that nobody has used yet. `revoked`: whose they were, an entry a code. */
export const revokeCodesRoute = {
  method: 'POST',
  path: '/sign-in/codes/revoke',
  id: 'revokeCodes',
  summary: 'Thu hồi mã dùng một lần chưa dùng của một đơn vị, hoặc của mọi đơn vị',
  rights: 'consolidators',
  bodies: { [JSON_TYPE]: z.strictObject({ agency: AgencyId.optional() }) },
  answers: { 200: { [JSON_TYPE]: z.object({ revoked: z.array(AgencyId) }) } },
  refuses: ['unsupported-media-type', 'too-large', 'invalid-request'],
} as const satisfies Route;
