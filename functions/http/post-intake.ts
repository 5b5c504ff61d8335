import { intakeWorkbookRoute } from '../../contract/routes/intake-workbook.ts';
import type { Day } from '../../core/day.ts';
import { localDay } from '../../core/local-day.ts';
import { XLSX } from '../../core/media-types.ts';
import { startOf } from '../../core/plan/plan-periods.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { Deps } from '../deps.ts';
import { previousMatrix } from '../periods/matrix-of.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { intakeCallKey } from '../reports/call-key.ts';
import { called, readReportWorkbook } from '../reports/read-workbook.ts';
import { addressOf } from './address-of.ts';
import type { ApiRequest } from './api.ts';
import type { Serves } from './handler.ts';
import { audited } from './intake-audit.ts';
import { type Refusal, tooManyWait } from './problem.ts';
import { invalid } from './read-body.ts';
import { readSubmission } from './read-submission.ts';
import { findingsBlock, unreadableWorkbook } from './take-submission.ts';
import { takeWorkbookIn } from './take-workbook-in.ts';

/**
 * A workbook that came by another way is taken in by a consolidator: whose it is says its own identity, when it came `receivedOn`.
 * It replaces no newer and no fuller version unless `replace` says so; refusals are in the audit.
 */
export const postIntake =
  (deps: Deps): Serves<typeof intakeWorkbookRoute> =>
  async (call, reply) => {
    const { context, caller } = call;
    const asked = askedIn(call, context, deps.clock());
    if (!asked.ok) return asked.error;
    const sent = await readSubmission(call, [XLSX]);
    if (!sent.ok) return sent.error;
    const { bytes, file, key } = sent.value;
    const previous = await previousMatrix(deps, context);
    const read = await readReportWorkbook(deps, { bytes, owner: null, by: caller.agency }, context, previous);
    if (!read.ok) return tooManyWait();
    const upload = called(read.value, file);
    const { receivedOn, replace } = asked.value;
    const outcome = async () => {
      if (!upload.readable) return failed(unreadableWorkbook(upload.findings));
      const { agency } = upload;
      if (agency === null) return failed(findingsBlock(upload.findings));
      return takeWorkbookIn(deps, context, {
        ...upload,
        agency,
        bytes,
        key: intakeCallKey(caller.agency, key, replace, receivedOn),
        by: caller.name,
        address: addressOf(deps, call),
        receivedOn,
        replace,
      });
    };
    const done = await audited(deps, context, { upload, bytes, by: caller.name }, await outcome());
    if (!done.ok) return done.error;
    const { receipt, replayed } = done.value;
    return reply.json(replayed ? 200 : 201, receipt, { ETag: `"${receipt.version}"` });
  };

/** What the URL asks: the day on which the workbook came, and whether it may replace what is newer or fuller. */
function askedIn(
  { query }: Pick<ApiRequest, 'query'>,
  { plan, period }: PeriodContext,
  now: Date,
): Result<{ readonly receivedOn: Day | null; readonly replace: 'yes' | 'no' }, Refusal<'invalid-request'>> {
  const { queries } = intakeWorkbookRoute;
  const receivedOn = queries.receivedOn.safeParse(query('receivedOn') ?? undefined);
  const replace = queries.replace.safeParse(query('replace') ?? undefined);
  const day = receivedOn.data ?? null;
  const wrong = [
    ...(receivedOn.success ? dayErrors(day, startOf(plan, period), localDay(now, plan.reporting.utcOffset)) : [NO_DAY]),
    ...(replace.success ? [] : [{ path: 'replace', message: 'Dùng yes hoặc no.' }]),
  ];
  if (wrong.length > 0 || !replace.success) return failed(invalid('invalid-request', wrong));
  return ok({ receivedOn: day, replace: replace.data });
}

const NO_DAY = { path: 'receivedOn', message: 'Ngày nhận phải là một ngày có thật, dạng YYYY-MM-DD.' };

/** No report of a period comes before the first day whose figures belong to it, and none on a day that is still to come. */
function dayErrors(day: Day | null, first: Day, today: Day) {
  if (day !== null && day > today) return [{ path: 'receivedOn', message: `Ngày nhận không được sau hôm nay (${today}).` }];
  if (day !== null && day < first) return [{ path: 'receivedOn', message: `Ngày nhận không được trước ngày đầu của kỳ (${first}).` }];
  return [];
}
