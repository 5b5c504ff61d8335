import type { putReportRoute } from '../../contract/routes/put-report.ts';
import { JSON_TYPE, XLSX } from '../../core/media-types.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { textUnits } from '../../core/report-text.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { Deps } from '../deps.ts';
import { previousMatrix } from '../periods/matrix-of.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { ownCallKey } from '../reports/call-key.ts';
import { prepareReport } from '../reports/prepare.ts';
import { called, readReportWorkbook } from '../reports/read-workbook.ts';
import { SentReport } from '../reports/sent-report.ts';
import { addressOf } from './address-of.ts';
import type { Serves } from './handler.ts';
import { expectedVersion } from './match.ts';
import { type Refusal, refuse, tooManyWait } from './problem.ts';
import { invalid, parseJson } from './read-body.ts';
import { readSubmission, type SentBody } from './read-submission.ts';
import { type AcceptedInput, takeSubmission, unreadableWorkbook } from './take-submission.ts';

/** An agency submits its report: JSON, or the workbook itself. */
export const putReport =
  (deps: Deps): Serves<typeof putReportRoute> =>
  async (call, reply) => {
    const sent = await readSubmission(call, [JSON_TYPE, XLSX]);
    if (!sent.ok) return sent.error;
    const { context, agency, caller } = call;
    const understood = await understand(deps, context, agency, sent.value);
    if (!understood.ok) return understood.error;
    const done = await takeSubmission(deps, context, {
      ...understood.value,
      agency,
      key: ownCallKey(sent.value.key),
      bytes: sent.value.bytes,
      expected: expectedVersion(call),
      by: caller.name,
      address: addressOf(deps, call),
      intake: false,
    });
    if (!done.ok) return done.error;
    const { receipt, replayed } = done.value;
    return reply.json(replayed ? 200 : 201, receipt, { ETag: `"${receipt.version}"` });
  };

/** No store takes a third of it; asked before the texts are put into NFC. */
const MOST_TEXT_UNITS = 3_000_000;

/** The body as a report with its findings; what is no report at all is refused here. */
async function understand(
  deps: Deps,
  context: PeriodContext,
  agency: AgencyId,
  { bytes, type, file }: SentBody,
): Promise<
  Result<Pick<AcceptedInput, 'report' | 'findings' | 'origin'>, Refusal<'invalid-report' | 'too-large' | 'unavailable' | 'not-a-workbook'>>
> {
  const previous = await previousMatrix(deps, context.period);
  if (type === XLSX) {
    const read = await readReportWorkbook(deps, { bytes, owner: agency, by: agency }, context, previous);
    if (!read.ok) return failed(tooManyWait());
    return read.value.readable ? ok(called(read.value, file)) : failed(unreadableWorkbook(read.value.findings));
  }
  const report = parseJson(bytes, SentReport, 'invalid-report');
  if (!report.ok) return report;
  if (textUnits(report.value) > MOST_TEXT_UNITS)
    return failed(refuse('too-large', 'Báo cáo quá dài để lưu. Rút gọn phần giải trình rồi gửi lại.'));
  const prepared = prepareReport(report.value, agency, context, previous);
  return prepared.ok ? prepared : failed(invalid('invalid-report', prepared.error));
}
