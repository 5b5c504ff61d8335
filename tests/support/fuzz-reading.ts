import type { Upload } from '../../templates/upload/read-upload.ts';
import { changedCells } from './changed-cells.ts';
import { judgeReading } from './judge-reading.ts';
import { mutantOf } from './mutants.ts';
import { aRandom } from './xlsx-random.ts';

/** What became of all mutants of a run. */
export interface Fuzzed {
  readonly same: number;
  readonly told: number;
  /** Another report, that differs only in cells that were changed. */
  readonly other: number;
  /** What must not be, with the seed of the one mutant that shows it. */
  readonly faults: readonly string[];
}

/**
 * Reads so many mutants of a sound workbook, one for each seed from `seed` on. Each gives the same report, or something to be told, or,
 * where values in its XML were changed and the zip is sound, a report that differs in these alone. `read` rejects for a fault of its own.
 */
export async function fuzzReading(
  workbook: Uint8Array,
  read: (bytes: Uint8Array) => Promise<Upload>,
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<Fuzzed> {
  const sound = await read(workbook);
  const result = { same: 0, told: 0, other: 0, faults: [] as string[] };
  for (let k = seed; k < seed + count; k++) {
    const { kind, bytes } = mutantOf(workbook, aRandom(k));
    try {
      const judged = judgeReading(sound, await read(bytes), () => (kind === 'zip' ? null : changedCells(workbook, bytes)));
      if (typeof judged === 'string') result[judged]++;
      else result.faults.push(`${kind} ${k}: ${judged.fault}`);
    } catch (error) {
      result.faults.push(`${kind} ${k}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  return result;
}
