import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { plainReport } from '../../demo/made-up/plain-report.ts';
import { buildForm } from '../../templates/form/build-form.ts';
import { formValuesOf } from '../../templates/form/form-values.ts';
import { FINANCE, obligationsIn } from '../support/a-form.ts';

const home = mkdtempSync(join(tmpdir(), 'phuluc-compiled-'));
const program = join(home, 'program');
const inbox = join(home, 'inbox');
const CALL = [join(program, 'phuluc.mjs'), 'consolidate', inbox, '--period', '2026', '--at', '2026-11-23T10:00:00+07:00', '--out'];

const filesEnding = (end: RegExp): string[] => readdirSync(program).filter((name) => end.test(name));
const kept = (): string => join(program, filesEnding(/\.cache$/)[0] ?? 'none');
const forget = (): void => {
  for (const name of filesEnding(/\.cache$|\.tmp$/)) rmSync(join(program, name), { recursive: true });
};
const AS_NOBODY = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
/** The option of Node that has it run this first. */
const beforehand = (script: string): string => `--import=data:text/javascript,${encodeURIComponent(script)}`;
const run = (out = 'out', call: readonly string[] = CALL): { code: number | null; told: string; err: string; files: string[] } => {
  const folder = join(home, out);
  const { status, stdout, stderr } = spawnSync(process.execPath, [...call, folder], { encoding: 'utf8' });
  const files = status === 0 ? readdirSync(folder).map((name) => `${name} ${readFileSync(join(folder, name), 'base64')}`) : [];
  return { code: status, told: stdout.replaceAll(folder, 'out'), err: stderr, files };
};

/** The program as it is built, which `bin.mjs` sees to, without what others have run of it. */
function copyBuilt(): void {
  const { status, stderr } = spawnSync(process.execPath, ['cli/bin.mjs', '--version'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  mkdirSync(program);
  for (const name of readdirSync('dist').filter((one) => /\.[mc]js$/.test(one))) copyFileSync(join('dist', name), join(program, name));
}

beforeAll(async () => {
  mkdirSync(inbox);
  const obligations = obligationsIn('2026');
  const values = formValuesOf(plainReport(obligations, obligations.agency.get(FINANCE)!));
  writeFileSync(join(inbox, 'stc.xlsx'), await buildForm({ obligations, agency: FINANCE, values }));
  copyBuilt();
});
beforeEach(forget);
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('the first run keeps what was compiled, and the next, which takes it, does the same', () => {
  const first = run('first');
  const before = statSync(kept());
  const second = run('second');
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(second).toEqual(first);
  expect(filesEnding(/\.cache/)).toHaveLength(1);
  expect(statSync(kept()).ino).toBe(before.ino); // one that V8 refuses is written anew
});

test.each([
  ['damaged', (bytes: Buffer) => bytes.fill(0x5a, bytes.length / 2, bytes.length / 2 + 64)],
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 3)],
  ['empty', () => Buffer.alloc(0)],
])('what is %s is compiled and kept anew', (_, spoilt) => {
  const sound = run();
  writeFileSync(kept(), spoilt(readFileSync(kept())));
  const spoiltBytes = readFileSync(kept());
  expect(run()).toEqual(sound);
  expect(readFileSync(kept()).equals(spoiltBytes)).toBe(false);
  const { ino } = statSync(kept());
  expect(run()).toEqual(sound);
  expect(statSync(kept()).ino).toBe(ino);
});

test('a run that fails keeps nothing', () => {
  expect(run('out', [...CALL.slice(0, 2), join(home, 'nowhere'), ...CALL.slice(3)]).code).toBe(2);
  expect(filesEnding(/\.cache/)).toEqual([]);
});

test('where nothing can be kept, the command does its work all the same', () => {
  const sound = run();
  const name = kept();
  forget();
  mkdirSync(name);
  expect(run()).toEqual(sound);
  expect(filesEnding(/\.tmp$/)).toEqual([]);
});

test('where a file can be made and not removed, a run that did its work tells of no error', () => {
  const appendOnly = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { renameSync, rmSync } = fs;
    const unless = (does) => (file, ...rest) => {
      if (/[.]cache[.]/.test(file)) throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
      return does(file, ...rest);
    };
    Object.assign(fs, { renameSync: unless(renameSync), rmSync: unless(rmSync) });
    syncBuiltinESMExports();`;
  expect(run('out', [beforehand(appendOnly), ...CALL])).toMatchObject({ code: 0, err: '' });
  expect(filesEnding(/\.cache$/)).toEqual([]);
  expect(filesEnding(/\.tmp$/)).toHaveLength(1); // what is tried here did happen
});

test('where nothing may be written, nothing is put together for it', () => {
  const told = `
    import { Script } from 'node:vm';
    const { createCachedData } = Script.prototype;
    Script.prototype.createCachedData = function () {
      process.stderr.write('put together');
      return createCachedData.call(this);
    };`;
  const call = [process.execPath, beforehand(told), ...CALL];
  const out = join(home, 'of-nobody');
  mkdirSync(out);
  for (const folder of [home, inbox]) chmodSync(folder, 0o755);
  chmodSync(out, 0o777);
  chmodSync(program, 0o555);
  const [name, ...rest] = [...AS_NOBODY, ...call, out];
  const { status, stderr } = spawnSync(name!, rest, { encoding: 'utf8' });
  chmodSync(program, 0o755);
  expect([status, stderr]).toEqual([0, '']);
  expect(run('out', call.slice(1))).toMatchObject({ code: 0, err: 'put together' });
});

test('each Node on each kind of processor has its own', () => {
  run();
  expect(kept()).toMatch(`.cjs.${process.version}-${process.arch}-`);
});

test('several that run at once leave one that holds', async () => {
  const codes = [1, 2, 3].map(
    (k) =>
      new Promise((done) => {
        spawn(process.execPath, [...CALL, join(home, `at-once-${k}`)], { stdio: 'ignore' }).on('exit', done);
      }),
  );
  expect(await Promise.all(codes)).toEqual([0, 0, 0]);
  expect(filesEnding(/\.cache|\.tmp/)).toHaveLength(1);
  const { ino } = statSync(kept());
  expect(run()).toMatchObject({ code: 0, err: '' });
  expect(statSync(kept()).ino).toBe(ino);
});

test('the program that is read without decoding has no letter that would need it', () => {
  for (const name of filesEnding(/\.cjs$/)) expect(readFileSync(join(program, name), 'latin1')).not.toMatch(/[^\0-\x7f]/);
});

test('the next build removes what belonged to earlier ones, and what a run that was stopped left, after an hour', () => {
  run();
  const current = kept();
  const left = ['apart-consolidate-EARLIER1.cjs', 'apart-consolidate-EARLIER1.cjs.11.3.cache', `${basename(current)}.4711.tmp`];
  const names = JSON.stringify(filesEnding(/\.[mc]js$/));
  for (const name of left) writeFileSync(join(program, name), 'left');
  const before = new Date(Date.now() - 2 * 3_600_000);
  for (const name of readdirSync(program)) utimesSync(join(program, name), before, before);
  const remove = `import('./tools/bundle.mjs').then(({ removeOld }) => removeOld(${JSON.stringify(program)}, new Set(${names})))`;
  expect(spawnSync(process.execPath, ['--input-type=module', '-e', remove], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  expect(readdirSync(program).filter((name) => left.includes(name))).toEqual([]);
  expect(existsSync(current)).toBe(true);
});
