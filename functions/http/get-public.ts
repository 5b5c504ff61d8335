import * as z from 'zod';
import { Coverage, Verdict } from '../../core/matrix.ts';
import { RowResult } from '../../core/measures/schemas.ts';
import { Period, RowId } from '../../core/plan.ts';
import type { Deps } from '../deps.ts';
import { groundOf } from '../periods/ground.ts';
import { publishedOf } from '../periods/published.ts';
import { json } from './answer.ts';
import { refuse } from './problem.ts';
import type { OpenRoute } from './route.ts';

const PublicFigures = z.object({
  plan: z.string(),
  period: Period,
  asOf: z.string(),
  indicators: z.array(
    z.object({ id: RowId, name: z.string(), target: z.string(), result: RowResult.nullable(), verdict: Verdict, coverage: Coverage }),
  ),
  revising: z.literal(true).optional(),
});

/** Key figures of the published close for anyone: no cells, no words of any agency. */
export const getPublic = (deps: Deps): OpenRoute => ({
  method: 'GET',
  path: '/public/{period}',
  id: 'getPublic',
  summary: 'Chỉ tiêu của kỳ đã công bố',
  gives: { 200: { 'application/json': PublicFigures } },
  refuses: ['not-found'],
  async open(request) {
    const ground = await groundOf(deps, request.parameters.period);
    const published = ground && (await publishedOf(deps, ground));
    if (!published) return refuse('not-found', 'Kỳ này chưa có số liệu công bố.');
    const { matrix, revising } = published;
    const rows = new Map(ground.plan.indicators.map((row) => [row.id, row]));
    return json(200, {
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
  },
});
