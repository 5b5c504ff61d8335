import { aFilledFile } from '../support/a-filled-file.ts';
import { context, TINH_KHE } from '../support/a-form.ts';
import { fuzzReading } from '../support/fuzz-reading.ts';

// A soak (tests/soak.mjs): SOAK_COUNT mutants of a form (100,000), from SOAK_SEED on; prints what became of them, 1 where anything must not be.
const MOST_MB = 256;
/** Mutants of one round: rounds have their own seeds, so that a fault is found again in seconds. */
const ROUND = 1_000;

const count = Number(process.env.SOAK_COUNT ?? 100_000);
const seed = Number(process.env.SOAK_SEED ?? 1);
const workbook = await aFilledFile(TINH_KHE);

const faults: string[] = [];
let [same, told, other, slowest, done, rss] = [0, 0, 0, 0, 0, 0];
const start = process.memoryUsage.rss();
for (let round = 0; done < count; round++) {
  const result = fuzzReading(workbook, context, { count: Math.min(ROUND, count - done), seed: seed + round });
  faults.push(...result.faults.map((fault) => `SOAK_SEED=${seed + round} SOAK_COUNT=${ROUND}: ${fault}`));
  done += result.same + result.told + result.other + result.faults.length;
  [same, told, other] = [same + result.same, told + result.told, other + result.other];
  slowest = Math.max(slowest, result.slowestMs);
  rss = Math.max(rss, (process.memoryUsage.rss() - start) / 1024 / 1024);
}
for (const fault of faults) console.log(fault);
if (rss > MOST_MB) faults.push('memory');
console.log(
  `fuzz-reading: ${done} mutants: ${same} the same report, ${told} told, ${other} another value read; slowest ${slowest.toFixed(0)} ms, memory +${rss.toFixed(0)} MB; ${faults.length} faults`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
