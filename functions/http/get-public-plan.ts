import type { getPublicPlanRoute, PublicPlan } from '../../contract/routes/get-public-plan.ts';
import type { Deps } from '../deps.ts';
import { openedPeriods } from '../periods/opened-periods.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import type { Serves } from './handler.ts';
import { madeOnce } from './made-once.ts';

/** The plan, a published paper, and the public bodies that report: with them anyone reads a workbook as the server reads it. */
export const getPublicPlan = (deps: Deps): Serves<typeof getPublicPlanRoute> => {
  const text = madeOnce(
    (periods: readonly PeriodContext[]): PublicPlan => ({
      plan: deps.plan,
      agencies: deps.agencies,
      periods: periods.map(({ period, settings: { agencies, reporters } }) => ({ period, agencies, reporters })),
    }),
  );
  return async (_call, reply) => {
    const periods = await openedPeriods(deps);
    return reply.taggedText(text(periods, periods.map(({ period, settingsTag }) => `${period} ${settingsTag}`).join('\n')));
  };
};
