import * as z from 'zod';
import { RowId } from '../../core/plan.ts';
import { diffReports } from '../../core/report-diff.ts';
import type { Deps } from '../deps.ts';
import { VersionRow, versionRow } from '../store/rows.ts';
import { neededValue, unlessSpoilt } from '../store/sound-row.ts';
import { noVersion, readable, spoiltVersion } from './access.ts';
import { json } from './answer.ts';
import type { GuardedRoute } from './route.ts';
import { versionNumber } from './version-number.ts';

const Value = z.union([z.string(), z.number(), z.boolean()]).nullable();

const ChangeList = z.object({
  /** The version before; null where this one is the first, and everything in it is new. */
  from: z.int().nullable(),
  to: z.int(),
  at: z.string(),
  by: z.string(),
  changes: z.array(z.object({ row: RowId, field: z.string(), before: Value, after: Value })),
});

/** What a version says differently from the one before: old, new, who, when. */
export const getChanges = (deps: Deps): GuardedRoute => ({
  method: 'GET',
  path: '/periods/{period}/reports/{agency}/versions/{version}/changes',
  id: 'getChanges',
  summary: 'Thay đổi của một lần nộp so với lần nộp trước',
  gives: { 200: { 'application/json': ChangeList } },
  refuses: ['unauthenticated', 'forbidden', 'not-found'],
  async serve(request, caller) {
    const place = await readable(deps, request, caller);
    if (!place.ok) return place.error;
    const { ground, agency } = place.value;
    const to = versionNumber(request.parameters.version);
    if (to === null) return noVersion();
    const read = async (version: number): Promise<VersionRow | null> => {
      const entity = await deps.table.read(ground.partition, versionRow(agency, version));
      return entity && neededValue(deps.table, ground.partition, entity, VersionRow);
    };
    const both = await unlessSpoilt(Promise.all([to > 1 ? read(to - 1) : null, read(to)]));
    if (!both) return spoiltVersion();
    const [before, after] = both;
    if (!after) return noVersion();
    const rows = place.value.sight;
    const changes = diffReports(before?.report ?? null, after.report, ground.plan).filter(({ row }) => rows === null || rows.has(row));
    const { at, by } = after.receipt;
    return json(200, { from: before?.receipt.version ?? null, to, at, by, changes });
  },
});
