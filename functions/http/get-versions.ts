import type { Deps } from '../deps.ts';
import { versionLines } from '../reports/version-lines.ts';
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
    const versions = await versionLines(deps.table, ground.partition, agency);
    if (versions.length === 0) return nothingSent();
    return json(200, { versions });
  },
});
