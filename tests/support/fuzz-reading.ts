import { canonicalJson } from '../../core/canonical.ts';
import type { ReadingContext } from '../../core/reading/read-report.ts';
import { readUpload, type Upload } from '../../templates/read/read-upload.ts';
import { unpackByZlib } from '../../templates/unpack-by-zlib.ts';
import { type Mutant, mutantOf } from './mutants.ts';
import { aRandom } from './xlsx-random.ts';

/** What became of all mutants of a run. */
export interface Fuzzed {
  readonly same: number;
  readonly told: number;
  /** Another report than the sound one's, of a mutant whose cells or parts say something else: read as it stands. */
  readonly other: number;
  /** What must not be: a thrown error, more than two seconds, a report that changed though nothing that is read has; with its number. */
  readonly faults: readonly string[];
  readonly slowestMs: number;
  readonly grownMb: number;
}

const MOST_MS = 2_000;

/**
 * Reads so many mutants of a sound workbook. Each gives the same report, or something to be told, or, where a value in its XML was
 * changed and the zip is sound, another report. Broken bytes of the zip must never give another report in silence: its sums tell.
 */
export function fuzzReading(
  workbook: Uint8Array,
  context: ReadingContext,
  { count, seed }: { readonly count: number; readonly seed: number },
): Fuzzed {
  const sound = readUpload(workbook, context, unpackByZlib);
  const [report, findings] = [canonicalJson(sound.report), JSON.stringify(sound.findings)];
  const random = aRandom(seed);
  const result = { same: 0, told: 0, other: 0, faults: [] as string[], slowestMs: 0 };
  const before = process.memoryUsage.rss();
  let most = before;
  for (let k = 0; k < count; k++) {
    const mutant = mutantOf(workbook, random);
    const began = process.cpuUsage();
    const upload = readOrThrown(mutant, context);
    const { user, system } = process.cpuUsage(began);
    const ms = (user + system) / 1000;
    result.slowestMs = Math.max(result.slowestMs, ms);
    if (k % 100 === 0) most = Math.max(most, process.memoryUsage.rss());
    const name = `${mutant.kind} ${k}`;
    if (typeof upload === 'string') result.faults.push(`${name}: ${upload}`);
    else if (ms > MOST_MS) result.faults.push(`${name}: ${ms.toFixed(0)} ms`);
    else if (canonicalJson(upload.report) === report) result.same++;
    else if (JSON.stringify(upload.findings) !== findings) result.told++;
    else if (mutant.kind === 'zip') result.faults.push(`${name}: another report, and nothing is said`);
    else result.other++;
  }
  return { ...result, grownMb: (most - before) / 1024 / 1024 };
}

function readOrThrown({ bytes }: Mutant, context: ReadingContext): Upload | string {
  try {
    return readUpload(bytes, context, unpackByZlib);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
