import { bytesOfChange } from './limits.ts';
import { type Change, MOST_CHANGES, MOST_TRANSACTION_BYTES } from './table.ts';

/** Changes in the fewest transactions that every store takes, in their order: by number and by size. */
export function batchesOf(changes: readonly Change[]): Change[][] {
  const batches: Change[][] = [];
  let batch: Change[] = [];
  let bytes = 0;
  for (const change of changes) {
    const more = bytesOfChange(JSON.stringify(change.value));
    if (batch.length === MOST_CHANGES || (batch.length > 0 && bytes + more > MOST_TRANSACTION_BYTES)) {
      batches.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(change);
    bytes += more;
  }
  return batch.length > 0 ? [...batches, batch] : batches;
}
