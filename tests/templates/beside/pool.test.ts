import { setTimeout as sleep } from 'node:timers/promises';
import { threadPool } from '../../../templates/beside/pool.ts';
import { ThreadEnded } from '../../../templates/beside/thread-ended.ts';
import { HANGS_MS } from '../../support/hang.ts';

/** Threads that are gone when they have done one thing; the system gives so many. */
const mortals = (most: number) => {
  let started = 0;
  return () => {
    if (++started > most) throw new Error('no thread is left');
    let gone = false;
    const use = async (work: string): Promise<string> => {
      await sleep(5);
      gone = true;
      return work;
    };
    return { use, isGone: () => gone, end: async () => {} };
  };
};
/** Threads that live on. */
const lasting = () => ({ use: async (work: string): Promise<string> => sleep(1, work), isGone: () => false, end: async () => {} });
const told = (answer: Promise<unknown>): Promise<unknown> => answer.catch((error: Error) => error.message);

test.each([{ restMs: 1_000 }, {}])(
  'where no thread can be made any more, each who waits is told so, and what was made is kept: %j',
  async (rest) => {
    const pool = threadPool({ start: mortals(2), workers: 1, mostWaiting: 9, ...rest });
    const four = Array.from({ length: 4 }, (_, k) => told(pool.run('a', (thread) => thread.use(`${k}`))));
    const hung = sleep(HANGS_MS, 'hung', { ref: false });
    expect(await Promise.all(four.map((one) => Promise.race([one, hung])))).toEqual(['0', '1', 'no thread is left', 'no thread is left']);
    await expect(pool.run('a', (thread) => thread.use('later'))).rejects.toThrow('no thread is left');
  },
);

test.each([{ restMs: 1_000 }, {}])('what a thread left undone when it ended another begins anew, once: %j', async (rest) => {
  let started = 0;
  const start = () => {
    const number = ++started;
    let gone = false;
    const use = async (deaths: number): Promise<string> => {
      await sleep(1);
      gone = number <= deaths;
      if (gone) throw new ThreadEnded();
      return `by thread ${number}`;
    };
    return { use, isGone: () => gone, end: async () => {} };
  };
  const pool = threadPool({ start, workers: 1, mostWaiting: 9, ...rest });
  expect(await told(pool.run('a', (thread) => thread.use(1)))).toBe('by thread 2');
  started = 0;
  const never = threadPool({ start, workers: 1, mostWaiting: 9, ...rest });
  expect(await told(never.run('a', (thread) => thread.use(2)))).toMatch('it ended');
  expect(await told(never.run('a', (thread) => thread.use(2)))).toBe('by thread 3');
});

test('who comes last has the next turns, whatever one other has waiting', async () => {
  const pool = threadPool({ start: lasting, workers: 1, mostWaiting: 50 });
  const order: string[] = [];
  const ask = (by: string) => pool.run(by, (thread) => thread.use(by)).then((made) => order.push(made));
  await Promise.all([...Array.from({ length: 20 }, () => ask('many')), ask('one'), ask('two')]);
  await pool.end();
  expect(order.slice(0, 3)).toEqual(['many', 'one', 'two']);
});
