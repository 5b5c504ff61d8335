import { JSON_TYPE } from '../../core/media-types.ts';
import { PlanStanding } from '../plan-in-force.ts';
import type { Route } from '../route.ts';

/** Its `ETag` is what another plan names as `If-Match`. */
export const getPlanStandingRoute = {
  method: 'GET',
  path: '/plan/standing',
  id: 'getPlanStanding',
  summary: 'Kế hoạch đang áp dụng: từ khi nào, ai đổi, vì sao',
  rights: 'consolidators',
  answers: { 200: { [JSON_TYPE]: PlanStanding } },
  refuses: [],
} as const satisfies Route;
