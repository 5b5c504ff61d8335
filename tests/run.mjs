import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { buildCli } from '../tools/build.mjs';
import { at, root } from '../tools/root.mjs';
import { runStep, verify } from './verify.mjs';

// node tests/run.mjs [JEST ARGUMENT]…: every check of the project; the last line counts them.
const steps = [...(await verify()), await runStep({ name: 'build (dist/phuluc.mjs)', run: () => buildCli().then(() => []) })];
const jest = await runJest(process.argv.slice(2));

const passed = steps.filter((step) => step.passed).length + jest.passed;
const failed = steps.filter((step) => !step.passed).length + jest.failed;
const skipped = jest.skipped > 0 ? `, ${jest.skipped} skipped` : '';
console.log(`${passed} passed, ${failed} failed${skipped}`);
process.exitCode = failed === 0 ? 0 : 1;

/** Runs jest with its progress on our stdout, so that the count stays the last line; counts a death without a result as a failure. */
async function runJest(words) {
  const result = at(`.build/jest-${process.pid}.json`);
  // One more than there are cores: a page in a browser, a timer, a stopped server are mostly waited for.
  const workers = availableParallelism() + 1;
  const jestWords = ['--ci', `--maxWorkers=${workers}`, '--json', `--outputFile=${result}`, ...words];
  const child = spawn(process.execPath, [at('node_modules/jest/bin/jest.js'), ...jestWords], { cwd: root, stdio: ['ignore', 'ignore', 1] });
  const code = await new Promise((resolve) => child.on('error', () => resolve(-1)).on('close', resolve));
  const counts = countsIn(result);
  rmSync(result, { force: true });
  if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1 };
  return counts;
}

function countsIn(file) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
