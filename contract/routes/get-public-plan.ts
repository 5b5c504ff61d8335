import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { Agency } from '../../core/plan/agency.ts';
import { Period } from '../../core/plan/period.ts';
import { Plan, RowId } from '../../core/plan/plan.ts';
import { Settings } from '../../core/plan/settings.ts';
import type { Route } from '../route.ts';

/** What anyone needs to read a workbook as the server does. */
export const PublicPlan = z.object({
  plan: Plan,
  agencies: z.array(Agency),
  /** What a period changes about who owes which row; nothing else of its settings is anybody's business. */
  periods: z.array(z.object({ period: Period, agencies: Settings.shape.agencies, reporters: z.partialRecord(RowId, z.array(z.string())) })),
});
export type PublicPlan = z.infer<typeof PublicPlan>;

export const getPublicPlanRoute = {
  method: 'GET',
  path: '/public/plan',
  id: 'getPublicPlan',
  summary: 'Kế hoạch, đơn vị báo cáo và việc phải báo cáo của từng kỳ, để đọc một biểu đã điền',
  rights: 'anyone',
  headers: ['If-None-Match'],
  answers: { 200: { [JSON_TYPE]: PublicPlan }, 304: {} },
  refuses: [],
} as const satisfies Route;
