import { AgencyId } from '../../core/plan/agency.ts';
import { HEADS, Head, headRow, MOST_VERSIONS, versionRow, versionsOf } from './rows.ts';
import { markUnreadable, soundValue } from './sound-row.ts';
import type { Entity, Table } from './table.ts';

/** A head and its row. */
export interface HeadRow {
  readonly entity: Entity;
  readonly head: Head;
}

/** The heads that rows hold. A row that cannot be read, or is another agency's, gives a head that says so; one of no agency none. */
export const headsIn = (table: Table, partition: string, entities: readonly Entity[]): HeadRow[] =>
  entities.flatMap((entity) => {
    const agency = AgencyId.safeParse(entity.row.slice(HEADS.length));
    return agency.success ? [{ entity, head: headOf(table, partition, entity, agency.data) }] : [];
  });

/** The head of an agency; null where there is none. */
export async function readHead(table: Table, partition: string, agency: AgencyId): Promise<HeadRow | null> {
  const entity = await table.read(partition, headRow(agency));
  return entity && { entity, head: headOf(table, partition, entity, agency) };
}

/** Whether a head says what is in force: not one that cannot be read, nor one that is lost (a backup of 0.2 left out what cannot be read). */
export const saysInForce = (head: Head | null): head is Head => head !== null && !head.unreadable;

/** The number of an agency's version in force, by its head; where that does not say so, of its newest. 0 for none. */
export const latestVersion = async (table: Table, partition: string, agency: AgencyId, head: Head | null): Promise<number> =>
  saysInForce(head) ? (head.current?.receipt.version ?? 0) : newestVersion(table, partition, agency);

/**
 * The number of the newest version of an agency, by the rows themselves: what they say is not needed, nor that none is missing. 0 for
 * none. It is searched by halves: all versions together may be more than memory holds.
 */
export async function newestVersion(table: Table, partition: string, agency: AgencyId): Promise<number> {
  const isNewer = async (than: number) => (await table.listPage(partition, versionsOf(agency), versionRow(agency, than), 1)).length > 0;
  let [newest, beyond] = [0, 1];
  while (beyond <= MOST_VERSIONS && (await isNewer(beyond - 1))) [newest, beyond] = [beyond, Math.min(beyond * 2, MOST_VERSIONS + 1)];
  // Some version is `newest` or newer, and none is `beyond` or newer.
  while (beyond - newest > 1) {
    const middle = Math.floor((newest + beyond) / 2);
    if (await isNewer(middle - 1)) newest = middle;
    else beyond = middle;
  }
  return newest;
}

function headOf(table: Table, partition: string, entity: Entity, agency: AgencyId): Head {
  const head = soundValue(table, partition, entity, Head);
  if (head?.agency === agency && !head.unreadable) return head;
  markUnreadable(table, partition, entity.row, head?.unreadable ? 'unreadable since a close' : 'another agency');
  return { agency, state: 'not-started', frozen: head?.frozen ?? null, current: null, remarks: {}, acceptedRows: [], unreadable: true };
}
