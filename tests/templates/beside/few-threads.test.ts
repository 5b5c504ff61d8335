import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildSync } from 'esbuild';

/** Linux lets us bound what a process that runs may have; root's threads are not bounded, so it runs as nobody. */
const onLinux = process.platform === 'linux' && spawnSync('prlimit', ['--version']).status === 0 ? describe : describe.skip;
const AS_NOBODY = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];

const folder = mkdtempSync(join(tmpdir(), 'phuluc-threads-'));
chmodSync(folder, 0o755);
const program = join(folder, 'few-threads.mjs');
const entryPoints = [join(__dirname, 'few-threads.ts')];
buildSync({ entryPoints, outfile: program, bundle: true, format: 'esm', platform: 'node' });
const begun: ChildProcess[] = [];
afterEach(() => {
  for (const child of begun.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

const TOO_LONG_MS = 20_000;

async function aProgram() {
  const [command = '', ...words] = [...AS_NOBODY, process.execPath, program];
  const child = spawn(command, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  begun.push(child);
  let said = '';
  child.stdout.on('data', (piece) => {
    said += piece;
  });
  /** Waits until all of these lines were said since the last time, in any order; gives how long it took. */
  const says = async (...lines: readonly string[]): Promise<number> => {
    const began = Date.now();
    const have = () => said.split('\n').slice(0, -1);
    while (have().length < lines.length && Date.now() - began < TOO_LONG_MS) await sleep(10);
    expect(have().sort()).toEqual([...lines].sort());
    said = '';
    return Date.now() - began;
  };
  const tell = (...lines: readonly string[]): void => void child.stdin.write(lines.map((line) => `${line}\n`).join(''));
  const limit = (what: string): void => {
    const [prlimit = '', ...more] = [...AS_NOBODY, 'prlimit', `--pid=${child.pid}`, what];
    expect(spawnSync(prlimit, more).status).toBe(0);
  };
  await says('ready');
  return { says, tell, limit };
}
type Program = Awaited<ReturnType<typeof aProgram>>;

/** Ways in which the system gives no thread: at once (EAGAIN), and in the thread itself, told later (EMFILE: src/node_worker.cc, `uv_loop_init`). */
const SHORTAGES = {
  'no more may run': {
    begin: async ({ limit }: Program) => limit('--nproc=1:'),
    end: async ({ limit }: Program) => limit('--nproc=4096:'),
  },
  'no more files can be opened': {
    begin: async ({ limit, tell, says }: Program) => {
      limit('--nofile=100:');
      tell('fill');
      await says('full');
    },
    end: async ({ tell, says }: Program) => {
      tell('free');
      await says('free');
    },
  },
};

onLinux.each(Object.keys(SHORTAGES) as (keyof typeof SHORTAGES)[])('where %s', (kind) => {
  const { begin, end } = SHORTAGES[kind];

  test('those who ask wait for the thread there is, and none of them is refused', async () => {
    const program = await aProgram();
    const { tell, says } = program;
    tell('pool 2', 'ask a 5', 'ask b 5');
    await says('pool', 'a 5', 'b 5'); // both are there
    await begin(program);
    tell('ask lost 0');
    await says('lost 0');
    await sleep(100); // one is gone,
    await begin(program); // and leaves no room for another
    const names = Array.from({ length: 8 }, (_, k) => `n${k}`);
    tell(...names.map((name) => `ask ${name} 50`));
    await says(...names.map((name) => `${name} 50`));
    await end(program);
    await sleep(2_000);
    tell('count');
    await says('counting');
    tell(...names.map((name) => `ask ${name} 500`));
    await says(...names.map((name) => `${name} 500`));
    tell('most');
    await says('most 2');
  });

  test('where there is none at all they are told so after a while, and served once there is one', async () => {
    const program = await aProgram();
    const { tell, says } = program;
    await begin(program);
    tell('pool 2');
    await says('pool');
    tell('ask a 5', 'ask b 5', 'ask c 5');
    const waited = await says('a ERR_WORKER_INIT_FAILED', 'b ERR_WORKER_INIT_FAILED', 'c ERR_WORKER_INIT_FAILED');
    expect(waited).toBeGreaterThan(2_500);
    tell('ask soon 5');
    expect(await says('soon ERR_WORKER_INIT_FAILED')).toBeLessThan(0.7 * waited); // it has been so for a while
    await end(program);
    await sleep(5_000); // as `Retry-After` says it
    tell('ask d 5', 'ask e 5');
    await says('d 5', 'e 5');
  });

  test('who waits when a thread can be had again is served by it', async () => {
    const program = await aProgram();
    const { tell, says } = program;
    await begin(program);
    tell('pool 1');
    await says('pool');
    tell('ask a 5', 'ask b 5');
    await sleep(800);
    await end(program);
    await says('a 5', 'b 5');
  });
});
