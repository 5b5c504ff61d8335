import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

// A soak (tests/soak.mjs): of all small changes of the domain, how many some test notices. Stryker and mocha are fetched into .build/ and
// are no packages of this project; mocha runs the bundled suites again for each change (tests/soak/mutation/).
const TOOLS = ['@stryker-mutator/core@9.6.1', '@stryker-mutator/mocha-runner@9.6.1', 'mocha@11.8.0'];
const FOLDERS = (process.env.MUTATION_OF ?? 'rules,consolidating,reading').split(',');
/** Which files of each folder, as a glob without `.ts`. */
const FILES = process.env.MUTATION_FILES ?? '*';
const LEAST_SCORE = 90;

interface Mutant {
  readonly status: 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored' | 'RuntimeError' | 'CompileError';
}
interface MutationReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
}

const home = resolve('.build/stryker');
const modules = `${home}/node_modules`;
if (!existsSync(`${modules}/mocha`)) fetchTools();
for (const folder of FOLDERS) judge(folder, mutate(folder));

function fetchTools(): void {
  mkdirSync(home, { recursive: true });
  writeFileSync(`${home}/package.json`, '{ "private": true }\n');
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...TOOLS], {
    cwd: home,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function mutate(folder: string): MutationReport {
  const file = `.build/mutation/${folder}.json`;
  rmSync(resolve(file), { force: true });
  const settings = {
    testRunner: 'mocha',
    plugins: [`${modules}/@stryker-mutator/mocha-runner/dist/src/index.js`, resolve('tests/soak/mutation/told-at-once.mjs')],
    mochaOptions: { spec: ['tests/soak/mutation/anew.mjs'], 'no-config': true, 'no-package': true, 'no-opts': true },
    buildCommand: 'node tests/soak/mutation/bundle.mjs',
    coverageAnalysis: 'perTest',
    tsconfigFile: 'none.json',
    mutate: [`core/${folder}/${FILES}.ts`],
    tempDirName: '.build/stryker/tmp',
    ignorePatterns: ['.build', 'dist', 'out', '.data', 'addin', 'docs'],
    reporters: ['json', 'told-at-once'],
    jsonReporter: { fileName: file },
    concurrency: Number(process.env.MUTATION_WORKERS ?? 2),
  };
  mkdirSync(resolve('.build/mutation'), { recursive: true });
  writeFileSync(`${home}/settings.json`, JSON.stringify(settings));
  const words = [`${modules}/@stryker-mutator/core/bin/stryker.js`, 'run', `${home}/settings.json`, '--logLevel', 'error'];
  spawnSync(process.execPath, words, { stdio: 'inherit', env: { ...process.env, NODE_PATH: modules, MUTATED: folder } });
  return existsSync(resolve(file)) ? JSON.parse(readFileSync(resolve(file), 'utf8')) : { files: {} };
}

function judge(folder: string, { files }: MutationReport): void {
  const mutants = Object.values(files).flatMap((one) => one.mutants);
  const noticed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  const missed = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const score = (100 * noticed.length) / (noticed.length + missed.length);
  const holds = score >= LEAST_SCORE;
  console.log(
    `${holds ? 'holds' : 'FALLS SHORT'}  mutation: core/${folder}: ${score.toFixed(1)}% of ${noticed.length + missed.length} noticed`,
  );
  if (!holds) process.exitCode = 1;
}
