import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import { Period } from '../../core/plan/period.ts';
import { RowId } from '../../core/plan/plan.ts';
import type { Route } from '../route.ts';

/** The periods that were ever published. */
export const PublicPeriods = z.object({
  plan: z.string(),
  periods: z.array(
    z.object({
      period: Period,
      asOf: z.string(),
      /** Percent of the agencies that must have answered for a verdict to be shown. */
      leastCoverage: z.int(),
      /** The indicators of which fewer have: they are shown without a verdict. */
      withheld: z.array(RowId),
      revising: z.literal(true).optional(),
    }),
  ),
});
export type PublicPeriods = z.infer<typeof PublicPeriods>;

export const listPublicPeriodsRoute = {
  method: 'GET',
  path: '/public',
  id: 'listPublicPeriods',
  summary: 'Các kỳ đã có số liệu công bố',
  rights: 'anyone',
  headers: ['If-None-Match'],
  answers: { 200: { [JSON_TYPE]: PublicPeriods }, 304: {} },
  refuses: [],
} as const satisfies Route;
