import * as z from 'zod';
import { Period } from '../../core/plan.ts';
import type { Deps } from '../deps.ts';
import { openedPeriods } from '../periods/opened-periods.ts';
import { publishedOf } from '../periods/published.ts';
import { unlessSpoilt } from '../store/sound-row.ts';
import { taggedJson } from './answer.ts';
import type { OpenRoute } from './route.ts';

const PublicPeriods = z.object({
  plan: z.string(),
  periods: z.array(z.object({ period: Period, asOf: z.string(), revising: z.literal(true).optional() })),
});

/** Which periods have public figures: those that were ever published. */
export const getPublicPeriods = (deps: Deps): OpenRoute => ({
  method: 'GET',
  path: '/public',
  id: 'listPublicPeriods',
  summary: 'Các kỳ đã có số liệu công bố',
  headers: ['If-None-Match'],
  gives: { 200: { 'application/json': PublicPeriods }, 304: {} },
  refuses: [],
  async open(request) {
    const periods = await Promise.all(
      (await openedPeriods(deps)).map(async (ground) => {
        const published = await unlessSpoilt(publishedOf(deps, ground));
        return published && { period: ground.period, asOf: published.matrix.asOf, ...(published.revising && { revising: true }) };
      }),
    );
    return taggedJson(request, { plan: deps.plan.title, periods: periods.filter((one) => one !== null) });
  },
});
