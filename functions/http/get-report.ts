import type { Deps } from '../deps.ts';
import { readHead } from '../store/heads.ts';
import { findingsIn } from '../store/versions.ts';
import { nothingSent, readable, spoiltReport } from './access.ts';
import { json } from './answer.ts';
import { reportView } from './report-view.ts';
import type { GuardedRoute } from './route.ts';
import { ReportEnvelope } from './shapes.ts';
import { toldAmongAll } from './told-among-all.ts';

/** An agency's report in force. */
export const getReport = (deps: Deps): GuardedRoute => ({
  method: 'GET',
  path: '/periods/{period}/reports/{agency}',
  id: 'getReport',
  summary: 'Báo cáo đang có của một đơn vị',
  gives: { 200: { 'application/json': ReportEnvelope } },
  refuses: ['unauthenticated', 'forbidden', 'not-found'],
  async serve(request, caller) {
    const place = await readable(deps, request, caller);
    if (!place.ok) return place.error;
    const { partition } = place.value.ground;
    const head = (await readHead(deps.table, partition, place.value.agency))?.head;
    if (head?.unreadable) return spoiltReport();
    if (!head?.current) return nothingSent();
    // Never 304: the tag names the version, and a review changes state and remarks without making one.
    const amongAll = await toldAmongAll(deps, place.value, caller);
    const { receipt } = head.current;
    const version = { ...head.current, findings: await findingsIn(deps.table, partition, receipt) };
    return json(200, reportView(version, head, place.value.sight, amongAll), { ETag: `"${receipt.version}"` });
  },
});
