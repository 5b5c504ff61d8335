import type { listReviewsRoute } from '../../contract/routes/list-reviews.ts';
import type { Deps } from '../deps.ts';
import { reviewLines } from '../reports/review-lines.ts';
import type { Serves } from './handler.ts';

/** What is left to review. */
export const listReviews =
  (deps: Deps): Serves<typeof listReviewsRoute> =>
  async ({ context, caller, rows }, reply) =>
    reply.json(200, { agencies: await reviewLines(deps, context, caller, rows) });
