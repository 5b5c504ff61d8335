import { closeSync, openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { threadPool } from '../../../templates/beside/pool.ts';
import { startThread } from '../../../templates/beside/thread.ts';

// A program of its own, whose threads and files may be limited: does as each line of its input tells it, and says what came of it.
/** A thread that takes so many milliseconds, or, where they are none, ends when it has answered. */
const SLEEPY = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', (ms) => setTimeout(() => {
  parentPort.postMessage({ kind: 'made', made: ms });
  if (ms === 0) setTimeout(() => process.exit(1), 5);
}, ms));
parentPort.postMessage({ kind: 'ready', task: null });
`;
const aPool = (workers: number) => threadPool({ start: () => startThread(SLEEPY, {}), workers, mostWaiting: 20 });
let pool: ReturnType<typeof aPool> | undefined;
const files: number[] = [];
/** How many threads are at work, and how many there were at once at most since somebody began to count. */
const atWork = { now: 0, most: 0 };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const DO: Readonly<Record<string, (...words: string[]) => unknown>> = {
  pool: (workers) => {
    pool = aPool(Number(workers));
    say('pool');
  },
  ask: async (name, ms) => {
    const made = await pool
      ?.run(name ?? '', async (thread) => {
        atWork.now += 1;
        atWork.most = Math.max(atWork.most, atWork.now);
        try {
          return await thread.ask({ asked: Number(ms), mostMs: 10_000 });
        } finally {
          atWork.now -= 1;
        }
      })
      .catch(({ code }) => code ?? 'ended');
    say(`${name} ${made}`);
  },
  count: () => {
    atWork.most = atWork.now;
    say('counting');
  },
  most: () => say(`most ${atWork.most}`),
  /** Opens files until there are no more. */
  fill: () => {
    try {
      for (;;) files.push(openSync('/dev/null', 'r'));
    } catch {
      say('full');
    }
  },
  free: () => {
    for (const file of files.splice(0)) closeSync(file);
    say('free');
  },
};

createInterface({ input: process.stdin }).on('line', (line) => {
  const [what = '', ...words] = line.split(' ');
  DO[what]?.(...words);
});
say('ready');
