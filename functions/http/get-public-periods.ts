import type { listPublicPeriodsRoute } from '../../contract/routes/list-public-periods.ts';
import { hasVerdictWithheld } from '../../core/overview/public-verdict.ts';
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
        if (!published) return null;
        const { matrix, leastCoverage, revising } = published;
        const withheld = matrix.indicators.filter((row) => hasVerdictWithheld(row, leastCoverage)).map(({ id }) => id);
        return { period: context.period, asOf: matrix.asOf, leastCoverage, withheld, ...(revising && { revising: true as const }) };
      }),
    );
    return reply.tagged({ plan: deps.plan.title, periods: periods.filter((one) => one !== null) });
  };
