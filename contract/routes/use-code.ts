import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { AgencyId } from '../../core/plan/agency.ts';
import type { Route } from '../route.ts';

/** Changes a one-time code for the access key of its agency; a code that is unknown, used or too old is `unauthenticated`. */
export const useCodeRoute = {
  method: 'POST',
  path: '/sign-in/code',
  id: 'useCode',
  summary: 'Đổi mã dùng một lần lấy mã truy cập của đơn vị',
  rights: 'anyone',
  bodies: { [JSON_TYPE]: z.strictObject({ code: z.string().max(2_000) }) },
  answers: { 200: { [JSON_TYPE]: z.object({ agency: AgencyId, key: z.string() }) } },
  refuses: ['unsupported-media-type', 'too-large', 'invalid-request', 'unauthenticated', 'too-many-tries'],
} as const satisfies Route;
