import type { listPublicPeriodsRoute } from '../../contract/routes/list-public-periods.ts';
import type { Deps } from '../deps.ts';
import { openedPeriods } from '../periods/opened-periods.ts';
import { publishedOf } from '../periods/published.ts';
import { nullIfUnreadable } from '../store/sound-row.ts';
import type { Serves } from './handler.ts';

/** Which periods have public figures: those that were ever published. */
export const getPublicPeriods =
  (deps: Deps): Serves<typeof listPublicPeriodsRoute> =>
  async (_call, reply) => {
    const periods = await Promise.all(
      (await openedPeriods(deps)).map(async (context) => {
        const published = await nullIfUnreadable(publishedOf(deps, context));
        return published && { period: context.period, asOf: published.matrix.asOf, ...(published.revising && { revising: true as const }) };
      }),
    );
    return reply.tagged({ plan: deps.plan.title, periods: periods.filter((one) => one !== null) });
  };
