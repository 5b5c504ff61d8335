import type { Deps } from '../deps.ts';
import { readHead } from '../store/heads.ts';
import { VersionRow, versionRow } from '../store/rows.ts';
import { soundValue } from '../store/sound-row.ts';
import { noVersion, readable, spoiltVersion } from './access.ts';
import { json } from './answer.ts';
import { reportView } from './report-view.ts';
import type { GuardedRoute } from './route.ts';
import { ReportEnvelope } from './shapes.ts';
import { versionNumber } from './version-number.ts';

/** One version as it was sent; it never changes, only whether it is in force. */
export const getVersion = (deps: Deps): GuardedRoute => ({
  method: 'GET',
  path: '/periods/{period}/reports/{agency}/versions/{version}',
  id: 'getVersion',
  summary: 'Một lần nộp của một đơn vị',
  gives: { 200: { 'application/json': ReportEnvelope } },
  refuses: ['unauthenticated', 'forbidden', 'not-found'],
  async serve(request, caller) {
    const place = await readable(deps, request, caller);
    if (!place.ok) return place.error;
    const { ground, agency } = place.value;
    const number = versionNumber(request.parameters.version);
    const entity = number === null ? null : await deps.table.read(ground.partition, versionRow(agency, number));
    if (!entity) return noVersion();
    const version = soundValue(deps.table, ground.partition, entity, VersionRow);
    if (!version) return spoiltVersion();
    const current = (await readHead(deps.table, ground.partition, agency))?.head;
    const inForce = current?.current?.receipt.version === number ? current : null;
    return json(200, reportView(version, inForce, place.value.sight), { ETag: `"${number}"` });
  },
});
