import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { Agencies } from '../../core/plan/agency.ts';
import { Plan } from '../../core/plan/plan.ts';
import { PlanStanding } from '../plan-in-force.ts';
import type { Route } from '../route.ts';
import { NeededReason } from '../written-texts.ts';

const PlanRequest = z.strictObject({ plan: Plan, agencies: Agencies, reason: NeededReason });

/** `If-Match` names the plan in force that was read, so that no two persons put theirs over each other's. */
export const putPlanRoute = {
  method: 'PUT',
  path: '/plan',
  id: 'putPlan',
  summary: 'Áp dụng kế hoạch và danh sách đơn vị đã sửa, kèm lý do',
  rights: 'consolidators',
  headers: ['If-Match'],
  bodies: { [JSON_TYPE]: PlanRequest },
  answers: { 200: { [JSON_TYPE]: PlanStanding } },
  refuses: ['invalid-request', 'precondition-required', 'stale-version'],
} as const satisfies Route;
