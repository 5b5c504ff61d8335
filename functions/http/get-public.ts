import type { getPublicRoute } from '../../contract/routes/get-public.ts';
import type { Deps } from '../deps.ts';
import { periodContextOf } from '../periods/period-context.ts';
import { publishedOf } from '../periods/published.ts';
import type { Serves } from './handler.ts';
import { refuse } from './problem.ts';

/** Key figures of the published close for anyone: no cells, no words of any agency. */
export const getPublic =
  (deps: Deps): Serves<typeof getPublicRoute> =>
  async ({ parameters }, reply) => {
    const context = await periodContextOf(deps, parameters.period);
    const published = context && (await publishedOf(deps, context));
    if (!published) return refuse('not-found', 'Kỳ này chưa có số liệu công bố.');
    const { matrix, plan, revising } = published;
    const rows = new Map(plan.indicators.map((row) => [row.id, row]));
    return reply.json(200, {
      plan: matrix.plan,
      period: matrix.period,
      asOf: matrix.asOf,
      indicators: matrix.indicators.map(({ id, result, verdict, coverage }) => ({
        id,
        name: rows.get(id)?.name ?? '',
        target: rows.get(id)?.targetText ?? '',
        result,
        verdict,
        coverage,
      })),
      ...(revising && { revising: true }),
    });
  };
