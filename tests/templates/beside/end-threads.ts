import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { READS_HERE, readingPool } from '../../../templates/beside/reading-pool.ts';
import { startThread } from '../../../templates/beside/thread.ts';
import { context } from '../../support/a-form.ts';
import { aWorkbooksParts } from '../../support/xlsx-parts.ts';
import { aRandom } from '../../support/xlsx-random.ts';
import { anOddZip, oddEntries } from '../../support/xlsx-zip.ts';

// node tools/run.mjs tests/templates/beside/end-threads.ts: ends threads at any moment of their work, the last of them with the process;
// says "alive" if it lives to see that.
const [READING_ROUNDS, INFLATING_ROUNDS] = [6, 60];
const [SHEETS, CELLS] = [600, 300];

/** A workbook of very many parts, each large enough to be unpacked by zlib where that is done at all. */
const random = aRandom(9);
const row = () => Array.from({ length: CELLS }, () => `<c><v>${random(1e9)}</v></c>`).join('');
const sheets = Array.from({ length: SHEETS }, () => ({ rows: `<row r="1">${row()}</row>` }));
const bytes = anOddZip(oddEntries(aWorkbooksParts({ sheets })));
const { findings } = await READS_HERE.read(bytes, context, 'here').then((upload) => (upload === 'busy' ? { findings: [] } : upload));
process.stdout.write(`${findings.map(({ rule }) => rule).join(' ')}\n`);

for (let round = 0; round < READING_ROUNDS; round++) {
  const pool = readingPool({ workers: 2, mostWaiting: 4 });
  for (const by of ['a', 'b', 'c', 'd']) pool.read(bytes, context, by).catch(() => null);
  await sleep(150 + ((round * 37) % 100));
  await pool.end();
}

/** A thread that does nothing but begin zlib streams, undisturbed. */
const { outputFiles } = await build({
  stdin: {
    contents: `
      import { parentPort } from 'node:worker_threads';
      import { deflateRawSync } from 'node:zlib';
      import { inflateByZlib } from './templates/by-zlib.ts';
      import { undisturbed } from './templates/beside/undisturbed.ts';
      const packed = deflateRawSync(Buffer.alloc(100));
      parentPort.on('message', (begun) => {
        Atomics.store(begun, 0, 1);
        for (;;) undisturbed(() => inflateByZlib(packed, 100));
      });`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  write: false,
});
const program = outputFiles[0]?.text ?? '';
const busy = async () => {
  const thread = startThread(program, {});
  const begun = new Int32Array(new SharedArrayBuffer(4));
  thread.ask({ asked: begun, mostMs: 60_000 }).catch(() => null);
  while (Atomics.load(begun, 0) === 0) await sleep(1);
  return thread;
};
for (let round = 0; round < INFLATING_ROUNDS; round++) {
  const thread = await busy();
  await sleep(round % 10);
  await thread.end();
}
await Promise.all([busy(), busy()]);
process.stdout.write('alive\n', () => process.exit(0));
