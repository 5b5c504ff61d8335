import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { localDay } from '../../core/local-day.ts';
import { startOf } from '../../core/plan.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { Deps } from '../deps.ts';
import type { Ground } from '../periods/ground.ts';
import { previousMatrix } from '../periods/matrix-of.ts';
import { intakeCallKey } from '../reports/call-key.ts';
import { called, readReportWorkbook } from '../reports/read-workbook.ts';
import { Receipt } from '../reports/receipt.ts';
import { consolidatorsGround } from './access.ts';
import { XLSX } from './answer.ts';
import type { ApiRequest, ApiResponse } from './api.ts';
import { audited } from './intake-audit.ts';
import type { Refusal } from './problem.ts';
import { invalid } from './read-body.ts';
import { readSubmission } from './read-submission.ts';
import type { GuardedRoute } from './route.ts';
import { findingsBlock, unreadableWorkbook } from './take-submission.ts';
import { takeWorkbookIn } from './take-workbook-in.ts';

const Replace = z.enum(['yes', 'no']).default('no');

/**
 * A workbook that came by another way is taken in by a consolidator: whose it is says its own identity, when it came `receivedOn`.
 * It replaces no newer and no fuller version unless `replace` says so; what is refused stands in the audit.
 */
export const postIntake = (deps: Deps): GuardedRoute => ({
  method: 'POST',
  path: '/periods/{period}/intake',
  id: 'intakeWorkbook',
  summary: 'Nhập hộ biểu .xlsx gửi bằng đường khác',
  takes: { [XLSX]: null },
  queries: { receivedOn: Day.optional(), replace: Replace },
  headers: ['Idempotency-Key', 'Content-Disposition'],
  gives: { 201: { 'application/json': Receipt }, 200: { 'application/json': Receipt } },
  refuses: [
    'unauthenticated',
    'forbidden',
    'not-found',
    'unsupported-media-type',
    'too-large',
    'idempotency-key-missing',
    'invalid-request',
    'invalid-report',
    'not-a-workbook',
    'idempotency-key-reused',
    'period-closed',
    'older-workbook',
    'emptier-workbook',
    'findings-block',
    'too-many-versions',
  ],
  async serve(request, caller) {
    const ground = await consolidatorsGround(deps, caller, request.parameters);
    if (!ground.ok) return ground.error;
    const asked = askedIn(request, ground.value, deps.clock());
    if (!asked.ok) return asked.error;
    const sent = await readSubmission(request, [XLSX]);
    if (!sent.ok) return sent.error;
    const { bytes, file, key } = sent.value;
    const previous = await previousMatrix(deps, ground.value.period);
    const read = await readReportWorkbook(deps, { bytes, owner: null, by: caller.agency }, ground.value, previous);
    if (!read.ok) return read.error;
    const upload = called(read.value, file);
    const { receivedOn, replace } = asked.value;
    const answer = async (): Promise<ApiResponse | Refusal> => {
      if (!upload.readable) return unreadableWorkbook(upload.findings);
      const { agency } = upload;
      if (agency === null) return findingsBlock(upload.findings);
      return takeWorkbookIn(deps, ground.value, {
        ...upload,
        agency,
        bytes,
        key: intakeCallKey(caller.agency, key, replace, receivedOn),
        by: caller.name,
        receivedOn,
        replace,
      });
    };
    return audited(deps, ground.value, { upload, bytes, by: caller.name }, await answer());
  },
});

/** What the address asks: the day on which the workbook came, and whether it may replace what is newer or fuller. */
function askedIn(
  request: ApiRequest,
  { plan, period }: Ground,
  now: Date,
): Result<{ readonly receivedOn: Day | null; readonly replace: 'yes' | 'no' }, Refusal> {
  const receivedOn = Day.optional().safeParse(request.query('receivedOn') ?? undefined);
  const replace = Replace.safeParse(request.query('replace') ?? undefined);
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
