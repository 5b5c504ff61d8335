import type { AgencyId } from '../../core/agency.ts';
import { Report } from '../../core/report.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { Deps } from '../deps.ts';
import type { Ground } from '../periods/ground.ts';
import { previousMatrix } from '../periods/matrix-of.ts';
import { ownCallKey } from '../reports/call-key.ts';
import { prepareReport } from '../reports/prepare.ts';
import { called, readReportWorkbook } from '../reports/read-workbook.ts';
import { Receipt } from '../reports/receipt.ts';
import { SentReport } from '../reports/sent-report.ts';
import { addressed, forbidden } from './access.ts';
import { XLSX } from './answer.ts';
import { expectedVersion } from './match.ts';
import { type Refusal, refuse } from './problem.ts';
import { invalid, parseJson } from './read-body.ts';
import { readSubmission, type SentBody } from './read-submission.ts';
import type { GuardedRoute } from './route.ts';
import { type Taken, takeSubmission, unreadableWorkbook } from './take-submission.ts';

const JSON_TYPE = 'application/json';

/** An agency submits its report: JSON, or the workbook itself. */
export const putReport = (deps: Deps): GuardedRoute => ({
  method: 'PUT',
  path: '/periods/{period}/reports/{agency}',
  id: 'putReport',
  summary: 'Nộp báo cáo của đơn vị (JSON hoặc chính tệp .xlsx)',
  takes: { [JSON_TYPE]: Report, [XLSX]: null },
  headers: ['Idempotency-Key', 'If-Match', 'If-None-Match', 'Content-Disposition'],
  gives: { 201: { [JSON_TYPE]: Receipt }, 200: { [JSON_TYPE]: Receipt } },
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
    'precondition-required',
    'stale-version',
    'findings-block',
    'too-many-versions',
  ],
  async serve(request, caller) {
    if (request.parameters.agency !== caller.agency) return forbidden();
    const place = await addressed(deps, request.parameters);
    if (!place.ok) return place.error;
    const sent = await readSubmission(request, [JSON_TYPE, XLSX]);
    if (!sent.ok) return sent.error;
    const { ground, agency } = place.value;
    const understood = await understand(deps, ground, agency, sent.value);
    if (!understood.ok) return understood.error;
    return takeSubmission(deps, ground, {
      ...understood.value,
      agency,
      key: ownCallKey(sent.value.key),
      bytes: sent.value.bytes,
      expected: expectedVersion(request),
      by: caller.name,
      intake: false,
    });
  },
});

/** No store takes a third of it; asked before the texts are put into NFC. */
const MOST_TEXT_UNITS = 3_000_000;

const textUnits = ({ indicators, tasks }: Report): number =>
  [...Object.values(indicators), ...Object.values(tasks)]
    .flatMap((entry) => Object.values(entry ?? {}))
    .reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0);

/** The body as a report with its findings; what is no report at all is refused here. */
async function understand(
  deps: Deps,
  ground: Ground,
  agency: AgencyId,
  { bytes, type, file }: SentBody,
): Promise<Result<Pick<Taken, 'report' | 'findings' | 'origin'>, Refusal>> {
  const previous = await previousMatrix(deps, ground.period);
  if (type === XLSX) {
    const read = await readReportWorkbook(deps, { bytes, owner: agency, by: agency }, ground, previous);
    if (!read.ok) return read;
    return read.value.readable ? ok(called(read.value, file)) : failed(unreadableWorkbook(read.value.findings));
  }
  const report = parseJson(bytes, SentReport, 'invalid-report');
  if (!report.ok) return report;
  if (textUnits(report.value) > MOST_TEXT_UNITS)
    return failed(refuse('too-large', 'Báo cáo quá dài để lưu. Rút gọn phần giải trình rồi gửi lại.'));
  const prepared = prepareReport(report.value, agency, ground, previous);
  return prepared.ok ? prepared : failed(invalid('invalid-report', prepared.error));
}
