import type { getVersionRoute } from '../../contract/routes/get-version.ts';
import type { Deps } from '../deps.ts';
import { remarksOfVersion } from '../reports/remarks-of-version.ts';
import { readHead } from '../store/heads.ts';
import { VersionRow, versionRow } from '../store/rows.ts';
import { soundValue } from '../store/sound-row.ts';
import type { Serves } from './handler.ts';
import { noVersion, unreadableVersion } from './refusals.ts';
import { reportView } from './report-view.ts';
import { visibleFindingsAmongAll } from './visible-findings-among-all.ts';

/** One version as it was sent; it never changes, only whether it is in force. */
export const getVersion =
  (deps: Deps): Serves<typeof getVersionRoute> =>
  async ({ context, agency, rows, caller, parameters }, reply) => {
    const number = versionNumber(parameters.version);
    const entity = number === null ? null : await deps.table.read(context.partition, versionRow(agency, number));
    if (!entity) return noVersion();
    const version = soundValue(deps.table, context.partition, entity, VersionRow);
    if (!version) return unreadableVersion();
    const current = (await readHead(deps.table, context.partition, agency))?.head;
    const inForce = current?.current?.receipt.version === number ? current : null;
    const amongAll = inForce ? await visibleFindingsAmongAll(deps, context, agency, caller) : [];
    const said = await remarksOfVersion(deps, context, { agency, version: version.receipt.version, head: current ?? null });
    return reply.json(200, reportView(version, inForce, { rows }, said, amongAll), { ETag: `"${number}"` });
  };

const VERSION = /^[1-9]\d{0,5}$/;

/** The number of a version in a URL; null where it is none. */
export const versionNumber = (text: string | undefined): number | null => (VERSION.test(text ?? '') ? Number(text) : null);
