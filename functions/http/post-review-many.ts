import { type ReviewedReports, reviewManyRoute } from '../../contract/routes/review-many.ts';
import { JSON_TYPE } from '../../core/media-types.ts';
import type { Deps } from '../deps.ts';
import { reviewedChanges } from '../reports/event-letters.ts';
import { review } from '../reports/review.ts';
import { addressOf } from './address-of.ts';
import type { Serves } from './handler.ts';
import { reviewRefusal } from './post-review.ts';
import type { Refusal } from './problem.ts';
import { mediaType, readJson } from './read-body.ts';
import { noAgency } from './refusals.ts';

type ReviewedReport = ReviewedReports['reports'][number];

/** A consolidator accepts or returns many reports at once, each as if it had been asked for alone: what one is refused hinders no other. */
export const postReviewMany =
  (deps: Deps): Serves<typeof reviewManyRoute> =>
  async (call, reply) => {
    const type = mediaType(call, [JSON_TYPE]);
    if (!type.ok) return type.error;
    const body = await readJson(call, reviewManyRoute);
    if (!body.ok) return body.error;
    const { context, caller } = call;
    const { decision, remark, reports: asked } = body.value;
    const reports: ReviewedReport[] = [];
    for (const { agency, version } of asked) {
      if (!context.obligations.agency.has(agency)) {
        reports.push(notReviewed(agency, noAgency()));
        continue;
      }
      const [at, nonce] = [deps.clock(), deps.nonce()];
      const done = await review(deps.table, {
        plan: context.plan.id,
        period: context.period,
        agency,
        version,
        decision,
        remarks: {},
        ...(remark !== undefined && { remark }),
        reviewer: caller.agency,
        rows: 'all',
        by: caller.name,
        at,
        nonce,
        letters: (next) => reviewedChanges({ context, at, nonce, address: addressOf(deps, call) }, next),
      });
      reports.push(done.ok ? { agency, state: done.value } : notReviewed(agency, reviewRefusal(done.error)));
    }
    return reply.json(200, { reports });
  };

const notReviewed = (agency: string, { problem, detail }: Refusal): ReviewedReport => ({ agency, problem, detail });
