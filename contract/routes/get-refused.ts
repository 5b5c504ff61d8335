import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { AgencyId } from '../../core/plan/agency.ts';
import type { Route } from '../route.ts';

/** A file that was not taken in, as long as its agency has sent nothing newer; `file`, `agency`: null where unknown. */
export const RefusedLine = z.object({
  file: z.string().nullable(),
  agency: AgencyId.nullable(),
  rules: z.array(z.string()),
  at: z.string(),
  by: z.string(),
});

export type RefusedLine = z.infer<typeof RefusedLine>;

const RefusedList = z.object({ refused: z.array(RefusedLine) });

export const getRefusedRoute = {
  method: 'GET',
  path: '/periods/{period}/refused',
  id: 'getRefused',
  summary: 'Các tệp nhận thay đơn vị bị từ chối, chưa có báo cáo mới hơn',
  rights: 'consolidators',
  answers: { 200: { [JSON_TYPE]: RefusedList } },
  refuses: [],
} as const satisfies Route;
