import type { AgencyId } from '../../core/plan/agency.ts';
import type { Deps } from '../deps.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { AnsweredRow, answeredRow, type Head } from '../store/rows.ts';
import { soundValue } from '../store/sound-row.ts';
import { type ShownRemarks, shownRemarks } from './remarks.ts';

/** What was remarked of a version: of the one in force by its head, of an earlier one as it was answered. */
export async function remarksOfVersion(
  { table }: Pick<Deps, 'table'>,
  { partition, agencies }: PeriodContext,
  { agency, version, head }: { readonly agency: AgencyId; readonly version: number; readonly head: Head | null },
): Promise<ShownRemarks> {
  if (head?.current?.receipt.version === version) return shownRemarks(head, null, agencies);
  const entity = await table.read(partition, answeredRow(agency, version));
  const stored = entity && soundValue(table, partition, entity, AnsweredRow);
  return stored ? shownRemarks(stored, stored.answered, agencies) : { remarks: {} };
}
