import { underSettings } from '../../core/settings.ts';
import { toldFinding } from '../../core/wording/told-finding.ts';
import type { Deps } from '../deps.ts';
import { previousMatrix } from '../periods/matrix-of.ts';
import { readReportWorkbook } from '../reports/read-workbook.ts';
import { addressed, forbidden } from './access.ts';
import { json, XLSX } from './answer.ts';
import { mediaType, readBytes } from './read-body.ts';
import type { GuardedRoute } from './route.ts';
import { CheckedWorkbook } from './shapes.ts';
import { unreadableWorkbook } from './take-submission.ts';

/** A workbook checked by the same reader and rules, and nothing stored. */
export const postWorkbook = (deps: Deps): GuardedRoute => ({
  method: 'POST',
  path: '/periods/{period}/reports/{agency}/workbook',
  id: 'checkWorkbook',
  summary: 'Kiểm tra biểu .xlsx, không lưu',
  takes: { [XLSX]: null },
  gives: { 200: { 'application/json': CheckedWorkbook } },
  refuses: ['unauthenticated', 'forbidden', 'not-found', 'unsupported-media-type', 'too-large', 'not-a-workbook'],
  async serve(request, caller) {
    if (request.parameters.agency !== caller.agency) return forbidden();
    const place = await addressed(deps, request.parameters);
    if (!place.ok) return place.error;
    const type = mediaType(request, [XLSX]);
    if (!type.ok) return type.error;
    const bytes = await readBytes(request);
    if (!bytes.ok) return bytes.error;
    const { ground, agency } = place.value;
    const sent = { bytes: bytes.value, owner: agency, by: caller.agency };
    const read = await readReportWorkbook(deps, sent, ground, await previousMatrix(deps, ground.period));
    if (!read.ok) return read.error;
    const upload = read.value;
    if (!upload.readable) return unreadableWorkbook(upload.findings);
    return json(200, { report: upload.report, findings: underSettings(upload.findings, agency, ground.settings).map(toldFinding) });
  },
});
