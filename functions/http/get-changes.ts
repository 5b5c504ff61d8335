import type { getChangesRoute } from '../../contract/routes/get-changes.ts';
import { diffReports } from '../../core/report-diff.ts';
import type { Deps } from '../deps.ts';
import { covers } from '../identity/rights.ts';
import { VersionRow, versionRow } from '../store/rows.ts';
import { neededValue, nullIfUnreadable } from '../store/sound-row.ts';
import { versionNumber } from './get-version.ts';
import type { Serves } from './handler.ts';
import { noVersion, unreadableVersion } from './refusals.ts';

/** What a version says differently from the one before: old, new, who, when. */
export const getChanges =
  (deps: Deps): Serves<typeof getChangesRoute> =>
  async ({ context, agency, rows, parameters }, reply) => {
    const to = versionNumber(parameters.version);
    if (to === null) return noVersion();
    const read = async (version: number): Promise<VersionRow | null> => {
      const entity = await deps.table.read(context.partition, versionRow(agency, version));
      return entity && neededValue(deps.table, context.partition, entity, VersionRow);
    };
    const both = await nullIfUnreadable(Promise.all([to > 1 ? read(to - 1) : null, read(to)]));
    if (!both) return unreadableVersion();
    const [before, after] = both;
    if (!after) return noVersion();
    const changes = diffReports(before?.report ?? null, after.report, context.plan).filter(({ row }) => covers(rows, [row]));
    const { at, by } = after.receipt;
    return reply.json(200, { from: before?.receipt.version ?? null, to, at, by, changes });
  };
