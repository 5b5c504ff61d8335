import { type ReviewedReports, reviewManyRoute } from '../../contract/routes/review-many.ts';
import { JSON_TYPE } from '../../core/media-types.ts';
import type { Deps } from '../deps.ts';
import { covers } from '../identity/rights.ts';
import type { Serves } from './handler.ts';
import { reviewOne, reviewRefusal, unknownRows } from './post-review.ts';
import { type Refusal, refuse } from './problem.ts';
import { mediaType, readJson } from './read-body.ts';
import { noAgency } from './refusals.ts';

type ReviewedReport = ReviewedReports['reports'][number];

/**
 * A consolidator, or a lead for its rows, accepts or returns many reports at once, each as if it had been asked for alone: what one is
 * refused hinders no other.
 */
export const postReviewMany =
  (deps: Deps): Serves<typeof reviewManyRoute> =>
  async (call, reply) => {
    const type = mediaType(call, [JSON_TYPE]);
    if (!type.ok) return type.error;
    const body = await readJson(call, reviewManyRoute);
    if (!body.ok) return body.error;
    const { context, rows } = call;
    const { decision, remark, row, reports: asked } = body.value;
    const unknown = row === undefined ? null : unknownRows(context.plan, [row], 'row.');
    if (unknown) return unknown;
    if (row !== undefined && !covers(rows, [row])) return refuse('forbidden', 'Cơ quan chủ trì chỉ thẩm định các dòng do mình chủ trì.');
    if (remark !== undefined && row === undefined && rows !== 'all')
      return refuse('forbidden', 'Cơ quan chủ trì ghi ý kiến ở một dòng do mình chủ trì.');
    const said = row === undefined || remark === undefined ? { remarks: {}, remark } : { remarks: { [row]: remark } };
    const reports: ReviewedReport[] = [];
    for (const { agency, version } of asked) {
      if (!context.obligations.agency.has(agency)) {
        reports.push(notReviewed(agency, noAgency()));
        continue;
      }
      const done = await reviewOne(deps, call, { agency, version, decision, ...said, rows });
      reports.push(done.ok ? { agency, state: done.value } : notReviewed(agency, reviewRefusal(done.error)));
    }
    return reply.json(200, { reports });
  };

const notReviewed = (agency: string, { problem, detail }: Refusal): ReviewedReport => ({ agency, problem, detail });
