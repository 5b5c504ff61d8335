import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { buildCli } from '../tools/build.mjs';
import { at, root } from '../tools/root.mjs';
import { runStep, verify } from './verify.mjs';

/** So few suites may fail beside others and hold alone; more are no accident. */
const MOST_UNSTEADY = 3;

// node tests/run.mjs [JEST ARGUMENT]…: every check of the project; the last line counts them.
const steps = [...(await verify()), await runStep({ name: 'build (dist/phuluc.mjs)', run: () => buildCli().then(() => []) })];
const suites = await runSuites(process.argv.slice(2));

const passed = steps.filter((step) => step.passed).length + suites.passed;
const failed = steps.filter((step) => !step.passed).length + suites.failed;
const skipped = suites.skipped > 0 ? `, ${suites.skipped} skipped` : '';
console.log(`${passed} passed, ${failed} failed${skipped}`);
process.exitCode = failed === 0 ? 0 : 1;

/**
 * The counts of all suites. What failed beside others is run once more, alone, and told (docs/decisions/2026-12-01-once-more-alone.md);
 * whoever asks jest for something in particular sees it fail at once.
 */
async function runSuites(words) {
  // One more than there are cores: a page in a browser, a timer, a stopped server are mostly waited for.
  const together = await runJest([`--maxWorkers=${availableParallelism() + 1}`, ...words]);
  const fallen = together.suites.filter((suite) => suite.failed > 0);
  if (fallen.length === 0 || fallen.length > MOST_UNSTEADY || words.length > 0) return together;
  console.log(`\nOnce more, alone: ${fallen.map((suite) => relative(root, suite.path)).join(', ')}`);
  const alone = await runJest(['--maxWorkers=1', '--runTestsByPath', ...fallen.map((suite) => suite.path)]);
  for (const { path, names } of fallen)
    if (alone.suites.some((suite) => suite.path === path && suite.failed === 0))
      console.log(`unsteady  ${relative(root, path)}: ${names.join(' · ')}`);
  const standing = countsOf(together.suites.filter((suite) => !fallen.includes(suite)));
  return {
    passed: standing.passed + alone.passed,
    failed: standing.failed + alone.failed,
    skipped: standing.skipped + alone.skipped,
  };
}

/**
 * Runs jest with its progress on our stdout, so that the count stays the last line: the counts of each suite and of all; a death without
 * a result is a failure that no suite accounts for.
 */
async function runJest(words) {
  const result = at(`.build/jest-${process.pid}.json`);
  const jestWords = ['--ci', '--json', `--outputFile=${result}`, ...words];
  const child = spawn(process.execPath, [at('node_modules/jest/bin/jest.js'), ...jestWords], { cwd: root, stdio: ['ignore', 'ignore', 1] });
  const code = await new Promise((resolve) => child.on('error', () => resolve(-1)).on('close', resolve));
  const suites = suitesIn(result);
  rmSync(result, { force: true });
  const counts = countsOf(suites);
  return { suites, ...counts, failed: counts.failed + (code !== 0 && counts.failed === 0 ? 1 : 0) };
}

function suitesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).testResults.map(({ name, status, assertionResults }) => {
      const withStatus = (...wanted) => assertionResults.filter((test) => wanted.includes(test.status));
      const failed = withStatus('failed');
      return {
        path: name,
        passed: withStatus('passed').length,
        // A suite that cannot be loaded has no test to show for it.
        failed: status === 'failed' ? Math.max(1, failed.length) : 0,
        skipped: withStatus('pending', 'todo', 'skipped').length,
        names: failed.map((test) => test.fullName),
      };
    });
  } catch {
    return [];
  }
}

function countsOf(suites) {
  const sum = (of) => suites.reduce((total, suite) => total + suite[of], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}
