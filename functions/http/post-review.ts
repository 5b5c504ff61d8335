import type { ReportState } from '../../contract/report-state.ts';
import { reviewReportRoute } from '../../contract/routes/review-report.ts';
import { JSON_TYPE } from '../../core/media-types.ts';
import type { Plan, RowId } from '../../core/plan/plan.ts';
import type { Result } from '../../core/result.ts';
import type { Deps } from '../deps.ts';
import { covers, maySend } from '../identity/rights.ts';
import { reviewedChanges } from '../reports/event-letters.ts';
import { type ReviewCall, type ReviewFailure, review } from '../reports/review.ts';
import { addressOf } from './address-of.ts';
import type { ApiRequest } from './api.ts';
import type { Admission, Serves } from './handler.ts';
import { type Refusal, refuse } from './problem.ts';
import { invalid, mediaType, readJson } from './read-body.ts';
import { noPeriod, nothingSent, periodClosed, staleVersion, unreadableReport } from './refusals.ts';

/** A lead or a consolidator accepts a report, or returns it with remarks on rows. */
export const postReview =
  (deps: Deps): Serves<typeof reviewReportRoute> =>
  async (call, reply) => {
    const type = mediaType(call, [JSON_TYPE]);
    if (!type.ok) return type.error;
    const body = await readJson(call, reviewReportRoute);
    if (!body.ok) return body.error;
    const { context, agency, rows } = call;
    const remarked = Object.keys(body.value.remarks) as RowId[]; // the shape took only rows as keys
    const unknown = unknownRows(context.plan, remarked, 'remarks.');
    if (unknown) return unknown;
    if (!covers(rows, remarked)) return refuse('forbidden', 'Cơ quan chủ trì chỉ thẩm định các dòng do mình chủ trì.');
    const { remark } = body.value;
    if (remark !== undefined && rows !== 'all')
      return refuse('forbidden', 'Ý kiến chung về cả báo cáo do cơ quan tổng hợp ghi; cơ quan chủ trì ghi ý kiến ở dòng do mình chủ trì.');
    const done = await reviewOne(deps, call, { ...body.value, agency, rows });
    return done.ok ? reply.json(200, { state: done.value }) : reviewRefusal(done.error);
  };

/** Why remarks at rows cannot be taken that the plan does not have; null where it has all. */
export function unknownRows({ indicators, tasks }: Plan, rows: readonly RowId[], path: string): Refusal<'invalid-request'> | null {
  const known = new Set<string>([...indicators, ...tasks].map(({ id }) => id));
  const unknown = rows.filter((id) => !known.has(id));
  if (unknown.length === 0) return null;
  return invalid(
    'invalid-request',
    unknown.map((id) => ({ path: `${path}${id}`, message: 'Dòng này không có trong kế hoạch.' })),
  );
}

/** What is said of one report. */
type SaidOfReport = Pick<ReviewCall, 'agency' | 'version' | 'decision' | 'remarks' | 'rows'> & { readonly remark?: string | undefined };
/** As much of a call as says who reviews, and in which period. */
type ReviewingCall = Pick<Admission, 'context' | 'caller'> & Pick<ApiRequest, 'origin'>;

/** Reviews one report now, in the name of the caller, with the letter that tells its agency. */
export function reviewOne(deps: Deps, call: ReviewingCall, { remark, ...said }: SaidOfReport): Promise<Result<ReportState, ReviewFailure>> {
  const { context, caller } = call;
  const [at, nonce] = [deps.clock(), deps.nonce()];
  return review(deps.table, {
    ...said,
    ...(remark !== undefined && { remark }),
    plan: context.plan.id,
    period: context.period,
    reviewer: caller.agency,
    sendsIt: maySend(deps.agencies, caller, said.agency),
    by: caller.name,
    at,
    nonce,
    letters: (next) => reviewedChanges({ context, at, nonce, address: addressOf(deps, call) }, next),
  });
}

export function reviewRefusal(
  failure: ReviewFailure,
): Refusal<'forbidden' | 'not-found' | 'invalid-request' | 'period-closed' | 'stale-version'> {
  switch (failure) {
    case 'own-report':
      return refuse('forbidden', 'Cơ quan chủ trì không tự thẩm định báo cáo của mình; cơ quan tổng hợp thẩm định báo cáo này.');
    case 'nothing-led':
      return refuse('forbidden', 'Báo cáo này không có dòng nào do cơ quan chủ trì.');
    case 'accepted':
      return refuse(
        'forbidden',
        'Cơ quan tổng hợp đã chấp nhận báo cáo này nên cơ quan chủ trì không trả lại được. Liên hệ cơ quan tổng hợp.',
      );
    case 'no-remark':
      return invalid('invalid-request', [
        {
          path: 'remarks',
          message: 'Cơ quan chủ trì trả lại báo cáo kèm ý kiến về ít nhất một dòng do mình chủ trì và đơn vị đã báo cáo.',
        },
      ]);
    case 'accepted-with-remarks':
      return invalid('invalid-request', [
        { path: 'remarks', message: 'Chấp nhận thì không kèm ý kiến. Muốn đơn vị sửa thì trả lại kèm ý kiến.' },
      ]);
    case 'remarks-too-long':
      return invalid('invalid-request', [{ path: 'remarks', message: 'Các ý kiến cộng lại dài quá mức lưu được. Rút gọn rồi gửi lại.' }]);
    case 'closed':
      return periodClosed('review');
    case 'stale':
      return staleVersion();
    case 'not-sent':
      return nothingSent();
    case 'unreadable':
      return unreadableReport();
    case 'no-period':
      return noPeriod();
  }
}
