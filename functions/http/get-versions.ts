import type { getVersionsRoute } from '../../contract/routes/get-versions.ts';
import type { Deps } from '../deps.ts';
import { versionLines } from '../reports/version-lines.ts';
import type { Serves } from './handler.ts';
import { nothingSent } from './refusals.ts';

/** All versions of an agency's report, the first first. */
export const getVersions =
  (deps: Deps): Serves<typeof getVersionsRoute> =>
  async ({ context, agency }, reply) => {
    const versions = await versionLines(deps.table, context.partition, agency);
    return versions.length === 0 ? nothingSent() : reply.json(200, { versions });
  };
