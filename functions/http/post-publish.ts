import type { publishPeriodRoute } from '../../contract/routes/publish-period.ts';
import { USUAL_PUBLIC_COVERAGE } from '../../core/overview/public-verdict.ts';
import type { Deps } from '../deps.ts';
import { publishPeriod } from '../periods/publish.ts';
import type { Serves } from './handler.ts';
import { refuse } from './problem.ts';
import { noPeriod } from './refusals.ts';

/**
 * Makes the figures of the last close public. Closing alone publishes nothing, so that they are signed first; twice is the same as once.
 */
export const postPublish =
  (deps: Deps): Serves<typeof publishPeriodRoute> =>
  async ({ context: { plan, period, settings, served }, caller }, reply) => {
    const leastCoverage = settings.publicCoverage ?? USUAL_PUBLIC_COVERAGE;
    const publishing = {
      plan: plan.id,
      period,
      leastCoverage,
      planDigest: served.digest,
      by: caller.name,
      at: deps.clock(),
      nonce: deps.nonce(),
    };
    const done = await publishPeriod(deps.table, publishing);
    if (done.ok) return reply.json(200, done.value);
    return done.error === 'no-period'
      ? noPeriod()
      : refuse('period-open', 'Chỉ công bố số liệu của kỳ đã khóa. Khóa kỳ báo cáo rồi công bố.');
  };
