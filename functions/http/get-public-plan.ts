import * as z from 'zod';
import { Agency } from '../../core/agency.ts';
import { Period, Plan, RowId } from '../../core/plan.ts';
import { Settings } from '../../core/settings.ts';
import type { Deps } from '../deps.ts';
import type { Ground } from '../periods/ground.ts';
import { openedPeriods } from '../periods/opened-periods.ts';
import { taggedAnswer } from './answer.ts';
import { madeOnce } from './made-once.ts';
import type { OpenRoute } from './route.ts';

const PublicPlan = z.object({
  plan: Plan,
  agencies: z.array(Agency),
  /** What a period changes about who owes which row; nothing else of its settings is anybody's business. */
  periods: z.array(z.object({ period: Period, agencies: Settings.shape.agencies, reporters: z.partialRecord(RowId, z.array(z.string())) })),
});

/** The plan, a published paper, and the public bodies that report: with them anyone reads a workbook as the server reads it. */
export const getPublicPlan = (deps: Deps): OpenRoute => {
  const text = madeOnce((periods: readonly Ground[]) => ({
    plan: deps.plan,
    agencies: deps.agencies,
    periods: periods.map(({ period, settings: { agencies, reporters } }) => ({ period, agencies, reporters })),
  }));
  return {
    method: 'GET',
    path: '/public/plan',
    id: 'getPublicPlan',
    summary: 'Kế hoạch, đơn vị báo cáo và việc phải báo cáo của từng kỳ, để đọc một biểu đã điền',
    headers: ['If-None-Match'],
    gives: { 200: { 'application/json': PublicPlan }, 304: {} },
    refuses: [],
    async open(request) {
      const periods = await openedPeriods(deps);
      return taggedAnswer(request, text(periods, periods.map(({ period, settingsTag }) => `${period} ${settingsTag}`).join('\n')));
    },
  };
};
