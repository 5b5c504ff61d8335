import { halfPairsIn } from '../../core/half-pairs.ts';
import { kindOf } from './row-kinds.ts';
import { HEADS, VERSIONS } from './rows.ts';
import { markReadable, whereIn } from './sound-row.ts';
import { type Change, listingAtOnce, type Table, UnsoundRow } from './table.ts';

/**
 * A store that takes no row which could not be read again: every row is parsed by the schema of its kind before the commit, whoever
 * writes it. Throws `UnsoundRow`, and nothing of the transaction is written.
 */
export function soundTable(table: Table): Table {
  const sound: Table = {
    read: (partition, row) => table.read(partition, row),
    list: (partition, prefix) => table.list(partition, prefix),
    listPage: (partition, prefix, after, most) => table.listPage(partition, prefix, after, most),
    commit: async (partition, changes) => {
      proveSound(partition, changes);
      const done = await table.commit(partition, changes);
      if (done.ok) for (const { row } of changes) markReadable(sound, partition, row);
      return done;
    },
    partitions: () => table.partitions(),
    ping: () => table.ping(),
    close: () => table.close(),
  };
  if (listingAtOnce.has(table)) listingAtOnce.add(sound);
  return sound;
}

function proveSound(partition: string, changes: readonly Change[]): void {
  const proven = new Set<unknown>();
  for (const change of changes) {
    const why = unsoundIn(partition, withoutProven(change, proven));
    if (why !== null) throw new UnsoundRow(`[commit] "${partition} ${change.row}": ${why}`);
    if (change.row.startsWith(VERSIONS)) proven.add(isRecord(change.value) && change.value.report);
  }
}

/** A submission writes its report twice, with the version and in the head: what has just been proven there is sound here. */
function withoutProven(change: Change, proven: ReadonlySet<unknown>): Change {
  const head = isRecord(change.value) && change.row.startsWith(HEADS) ? change.value : {};
  const { current } = head;
  if (!isRecord(current) || !isRecord(current.report) || !proven.has(current.report)) return change;
  const report = { ...current.report, indicators: {}, tasks: {} };
  return { ...change, value: { ...head, current: { ...current, report } } };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** Why a row could not be read again; nothing of what it says. */
function unsoundIn(partition: string, { row, value }: Change): string | null {
  const kind = kindOf(partition, row);
  if (!kind) return 'a row of no kind';
  const { error } = kind.schema.safeParse(value);
  if (error) return `no ${kind.name}: ${whereIn(error)}`;
  const [half] = mayHoldHalfPair(value) ? halfPairsIn(value, 1) : [];
  return half === undefined ? null : `half a surrogate pair at ${half}`;
}

/** JSON writes half a pair as an escape, and little else so: asked first, because it costs next to nothing. */
const mayHoldHalfPair = (value: unknown): boolean => /\\ud[89a-f]/.test(JSON.stringify(value));
