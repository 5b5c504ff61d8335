import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { AgencyId } from '../../core/plan/agency.ts';
import { RowId } from '../../core/plan/plan.ts';
import type { Route } from '../route.ts';

/** Who calls, the rows that it leads, and the agencies whose reports it may send besides its own. */
export const Me = z.object({
  agency: AgencyId,
  name: z.string(),
  /** Who it is, where token or key name a person. */
  person: z.string().optional(),
  roles: z.array(z.string()),
  leads: z.array(RowId),
  submitsFor: z.array(z.object({ agency: AgencyId, name: z.string() })),
});
export type Me = z.infer<typeof Me>;

export const getMeRoute = {
  method: 'GET',
  path: '/me',
  id: 'getMe',
  summary: 'Đơn vị đang đăng nhập',
  rights: 'signed-in',
  answers: { 200: { [JSON_TYPE]: Me } },
  refuses: [],
} as const satisfies Route;
