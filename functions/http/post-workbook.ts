import type { checkWorkbookRoute } from '../../contract/routes/check-workbook.ts';
import { XLSX } from '../../core/media-types.ts';
import { underSettings } from '../../core/plan/settings.ts';
import { wireFinding } from '../../core/wording/wire-finding.ts';
import type { Deps } from '../deps.ts';
import { previousMatrix } from '../periods/matrix-of.ts';
import { readReportWorkbook } from '../reports/read-workbook.ts';
import type { Serves } from './handler.ts';
import { tooManyWait } from './problem.ts';
import { mediaType, readBytes } from './read-body.ts';
import { unreadableWorkbook } from './take-submission.ts';

/** A workbook checked by the same reader and rules, and nothing stored. */
export const postWorkbook =
  (deps: Deps): Serves<typeof checkWorkbookRoute> =>
  async (call, reply) => {
    const type = mediaType(call, [XLSX]);
    if (!type.ok) return type.error;
    const bytes = await readBytes(call);
    if (!bytes.ok) return bytes.error;
    const { context, agency, caller } = call;
    const sent = { bytes: bytes.value, owner: agency, by: caller.agency };
    const read = await readReportWorkbook(deps, sent, context, await previousMatrix(deps, context));
    if (!read.ok) return tooManyWait();
    const upload = read.value;
    if (!upload.readable) return unreadableWorkbook(upload.findings);
    return reply.json(200, { report: upload.report, findings: underSettings(upload.findings, agency, context.settings).map(wireFinding) });
  };
