import * as z from 'zod';
import { Coverage, Verdict } from '../../core/matrix.ts';
import { RowResult } from '../../core/measures/schemas.ts';
import { JSON_TYPE } from '../../core/media-types.ts';
import { Period } from '../../core/plan/period.ts';
import { RowId } from '../../core/plan/plan.ts';
import type { Route } from '../route.ts';

/** Key figures of a published close: no cells, no words of any agency. */
export const PublicFigures = z.object({
  plan: z.string(),
  period: Period,
  asOf: z.string(),
  indicators: z.array(
    z.object({
      id: RowId,
      name: z.string(),
      target: z.string(),
      result: RowResult.nullable(),
      verdict: Verdict,
      coverage: Coverage,
    }),
  ),
  revising: z.literal(true).optional(),
});
export type PublicFigures = z.infer<typeof PublicFigures>;

export const getPublicRoute = {
  method: 'GET',
  path: '/public/{period}',
  id: 'getPublic',
  summary: 'Chỉ tiêu của kỳ đã công bố',
  rights: 'anyone',
  answers: { 200: { [JSON_TYPE]: PublicFigures } },
  refuses: ['not-found'],
} as const satisfies Route;
