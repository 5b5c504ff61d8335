import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import type { Route } from '../route.ts';

/** Which close is public, as of when its figures are, and since when. */
export const Publication = z.object({ closes: z.int(), asOf: z.string(), publishedAt: z.string() });
export type Publication = z.infer<typeof Publication>;

export const publishPeriodRoute = {
  method: 'POST',
  path: '/periods/{period}/publish',
  id: 'publishPeriod',
  summary: 'Công bố số liệu của kỳ báo cáo đã khóa',
  rights: 'consolidators',
  answers: { 200: { [JSON_TYPE]: Publication } },
  refuses: ['period-open'],
} as const satisfies Route;
