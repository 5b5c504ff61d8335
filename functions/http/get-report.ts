import type { getReportRoute } from '../../contract/routes/get-report.ts';
import type { Deps } from '../deps.ts';
import { shownRemarks } from '../reports/remarks.ts';
import { readHead } from '../store/heads.ts';
import { findingsIn } from '../store/versions.ts';
import type { Serves } from './handler.ts';
import { nothingSent, unreadableReport } from './refusals.ts';
import { reportView } from './report-view.ts';
import { visibleFindingsAmongAll } from './visible-findings-among-all.ts';

/** An agency's report in force. */
export const getReport =
  (deps: Deps): Serves<typeof getReportRoute> =>
  async ({ context, agency, rows, caller }, reply) => {
    const head = (await readHead(deps.table, context.partition, agency))?.head;
    if (head?.unreadable) return unreadableReport();
    if (!head?.current) return nothingSent();
    // Never 304: the tag names the version, and a review changes state and remarks without making one.
    const amongAll = await visibleFindingsAmongAll(deps, context, agency, caller);
    const { receipt } = head.current;
    const version = { ...head.current, findings: await findingsIn(deps.table, context.partition, receipt) };
    return reply.json(200, reportView(version, head, { rows }, shownRemarks(head, null, context.agencies), amongAll), {
      ETag: `"${receipt.version}"`,
    });
  };
