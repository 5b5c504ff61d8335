import type { Deps } from '../deps.ts';
import { VersionRow, versionsOf } from '../store/rows.ts';
import { soundValues } from '../store/sound-row.ts';
import { nothingSent, readable } from './access.ts';
import { json } from './answer.ts';
import type { GuardedRoute } from './route.ts';
import { VersionList } from './shapes.ts';

/** All versions of an agency's report, the first first. */
export const getVersions = (deps: Deps): GuardedRoute => ({
  method: 'GET',
  path: '/periods/{period}/reports/{agency}/versions',
  id: 'getVersions',
  summary: 'Các lần nộp của một đơn vị',
  gives: { 200: { 'application/json': VersionList } },
  refuses: ['unauthenticated', 'forbidden', 'not-found'],
  async serve(request, caller) {
    const place = await readable(deps, request, caller);
    if (!place.ok) return place.error;
    const { ground, agency } = place.value;
    const rows = await deps.table.list(ground.partition, versionsOf(agency));
    if (rows.length === 0) return nothingSent();
    const versions = soundValues(deps.table, ground.partition, rows, VersionRow).map(({ receipt: { version, at, by, sha256 } }) => ({
      version,
      at,
      by,
      sha256,
    }));
    return json(200, { versions });
  },
});
