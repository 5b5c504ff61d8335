import type { putReportRoute } from '../../contract/routes/put-report.ts';
import { JSON_TYPE, XLSX } from '../../core/media-types.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { Deps } from '../deps.ts';
import { previousMatrix } from '../periods/matrix-of.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { ownCallKey } from '../reports/call-key.ts';
import { called, readReportWorkbook } from '../reports/read-workbook.ts';
import { addressOf } from './address-of.ts';
import type { Serves } from './handler.ts';
import { expectedVersion } from './match.ts';
import { preparedByIn } from './prepared-by.ts';
import { type Refusal, tooManyWait } from './problem.ts';
import { readSubmission, type SentBody } from './read-submission.ts';
import { sentReportIn } from './sent-report-in.ts';
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
    const preparedBy = preparedByIn(call.header('prepared-by'));
    const done = await takeSubmission(deps, context, {
      ...understood.value,
      agency,
      key: ownCallKey(sent.value.key),
      bytes: sent.value.bytes,
      expected: expectedVersion(call),
      by: caller.name,
      ...(preparedBy && { taken: { preparedBy } }),
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
  const previous = await previousMatrix(deps, context);
  if (type === XLSX) {
    const read = await readReportWorkbook(deps, { bytes, owner: agency, by: agency }, context, previous);
    if (!read.ok) return failed(tooManyWait());
    const upload = called(read.value, file);
    return upload.readable ? ok(upload) : failed(unreadableWorkbook(upload.findings));
  }
  return sentReportIn(bytes, { agency, context, previous, mostTextUnits: MOST_TEXT_UNITS });
}
