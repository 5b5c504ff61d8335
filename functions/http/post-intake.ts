import { ok } from '../../core/result.ts';
import type { Deps } from '../deps.ts';
import { previousMatrix } from '../periods/matrix-of.ts';
import { readReportWorkbook } from '../reports/read-workbook.ts';
import { Receipt } from '../reports/receipt.ts';
import { consolidatorsGround } from './access.ts';
import { XLSX } from './answer.ts';
import { readSubmission } from './read-submission.ts';
import type { GuardedRoute } from './route.ts';
import { findingsBlock, notAWorkbook, takeSubmission } from './take-submission.ts';

/** A workbook that came by another way is taken in by a consolidator: whose it is says its own identity. */
export const postIntake = (deps: Deps): GuardedRoute => ({
  method: 'POST',
  path: '/periods/{period}/intake',
  id: 'intakeWorkbook',
  summary: 'Nhập hộ biểu .xlsx gửi bằng đường khác',
  takes: { [XLSX]: null },
  headers: ['Idempotency-Key'],
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
    'findings-block',
  ],
  async serve(request, caller) {
    const ground = await consolidatorsGround(deps, caller, request.parameters);
    if (!ground.ok) return ground.error;
    const sent = await readSubmission(request, [XLSX]);
    if (!sent.ok) return sent.error;
    const upload = readReportWorkbook(sent.value.bytes, ground.value, null, await previousMatrix(deps, ground.value.period));
    if (!upload.readable) return notAWorkbook(upload.findings);
    if (upload.agency === null) return findingsBlock(upload.findings);
    return takeSubmission(deps, ground.value, {
      ...upload,
      agency: upload.agency,
      // One consolidator's key for one file must not meet the agency's own keys.
      key: `intake|${caller.agency}|${sent.value.key}`,
      bytes: sent.value.bytes,
      expected: ok('any'),
      by: caller.name,
      intake: true,
    });
  },
});
