import { halfPairsIn } from '../../core/half-pairs.ts';
import { kindOf } from './row-kinds.ts';
import { forgetSpoilt, whereIn } from './sound-row.ts';
import { type Change, type Table, UnsoundRow } from './table.ts';

/**
 * A store that takes no row which could not be read again: every row is parsed by the schema of its kind before the commit, whoever
 * writes it. Throws `UnsoundRow`, and nothing of the transaction is written.
 */
export function soundTable(table: Table): Table {
  const sound: Table = {
    read: (partition, row) => table.read(partition, row),
    list: (partition, prefix) => table.list(partition, prefix),
    commit: async (partition, changes) => {
      for (const change of changes) proveSound(partition, change);
      const done = await table.commit(partition, changes);
      if (done.ok) for (const { row } of changes) forgetSpoilt(sound, partition, row);
      return done;
    },
    partitions: () => table.partitions(),
    ping: () => table.ping(),
    close: () => table.close(),
  };
  return sound;
}

function proveSound(partition: string, change: Change): void {
  const why = unsoundIn(partition, change);
  if (why !== null) throw new UnsoundRow(`[commit] "${partition} ${change.row}": ${why}`);
}

/** Why a row could not be read again; nothing of what it says. */
function unsoundIn(partition: string, { row, value }: Change): string | null {
  const kind = kindOf(partition, row);
  if (!kind) return 'a row of no kind';
  const { error } = kind.schema.safeParse(value);
  if (error) return `no ${kind.name}: ${whereIn(error)}`;
  const [half] = halfPairsIn(value, 1);
  return half === undefined ? null : `half a surrogate pair at ${half}`;
}
