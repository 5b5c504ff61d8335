import { type ReadingWorker, startReadingWorker } from '../../templates/beside/reading-worker.ts';
import type { Upload } from '../../templates/upload/read-upload.ts';
import { aFilledFile } from '../support/a-filled-file.ts';
import { context, TINH_KHE } from '../support/a-form.ts';
import { fuzzReading } from '../support/fuzz-reading.ts';

// A soak (tests/soak.mjs): SOAK_COUNT mutants of a form (100,000), one for each seed from SOAK_SEED on, read as the service reads: in a
// thread with a limit of time (2 s of processor time) and of memory, here 256 MB.
declare const READING_PROGRAM: string;
const MEMORY = { maxOldGenerationSizeMb: 256 };
const ROUND = 1_000;

const count = Number(process.env.SOAK_COUNT ?? 100_000);
const seed = Number(process.env.SOAK_SEED ?? 1);
const workbook = await aFilledFile(TINH_KHE);
let worker = startReadingWorker(READING_PROGRAM, MEMORY);

const faults: string[] = [];
const became = { same: 0, told: 0, other: 0 };
let slowest = 0;
for (let done = 0; done < count; done += ROUND) {
  const result = await fuzzReading(workbook, readAside, { count: Math.min(ROUND, count - done), seed: seed + done });
  for (const kind of ['same', 'told', 'other'] as const) became[kind] += result[kind];
  for (const fault of result.faults) console.log(`SOAK_SEED and kind ${fault}`);
  faults.push(...result.faults);
  console.error(`fuzz-reading: ${Math.min(done + ROUND, count)} of ${count}, ${faults.length} faults`);
}
await worker.end();
const told = `${became.same} the same report, ${became.told} told, ${became.other} differ where they were changed`;
console.log(
  `${faults.length === 0 ? 'holds' : 'FALLS SHORT'}  fuzz-reading: ${count} mutants: ${told}; slowest ${slowest.toFixed(0)} ms; ${faults.length} faults`,
);
process.exitCode = faults.length === 0 ? 0 : 1;

async function readAside(bytes: Uint8Array): Promise<Upload> {
  const reader: ReadingWorker = worker;
  const began = performance.now();
  try {
    const upload = await reader.read(bytes, context);
    if (upload.findings.some(({ rule }) => rule === 'reading-took-too-long')) throw new Error('more than 2 s, or more than 256 MB');
    return upload;
  } finally {
    slowest = Math.max(slowest, performance.now() - began);
    if (reader.isGone()) worker = startReadingWorker(READING_PROGRAM, MEMORY);
  }
}
