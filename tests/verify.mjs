import { isProgram } from '../tools/root.mjs';
import { citedPaths } from './verify/cited-paths.mjs';
import { cleanText } from './verify/clean-text.mjs';
import { exportedNames } from './verify/exported-names.mjs';
import { noLocale } from './verify/no-locale.mjs';
import { noMachine } from './verify/no-machine.mjs';
import { noPlanNames } from './verify/no-plan-names.mjs';
import { oneHome } from './verify/one-home.mjs';
import { oneWord } from './verify/one-word.mjs';
import { rooms } from './verify/rooms.mjs';
import { tool } from './verify/tool.mjs';

const STEPS = [
  tool('types (tsc -b)', 'typescript/bin/tsc', '-b'),
  tool('lint, format, import cycles (biome)', '@biomejs/biome/bin/biome', 'check', '--colors=off', '--max-diagnostics=50', '.'),
  tool('unused files, exports, packages (knip)', 'knip/bin/knip.js', '--no-progress'),
  rooms,
  citedPaths,
  cleanText,
  noMachine,
  noLocale,
  oneHome,
  oneWord,
  exportedNames,
  noPlanNames,
];

/** Runs every step side by side and prints each as it ends; returns whether each passed, by name. */
export const verify = () => Promise.all(STEPS.map(runStep));

/** One step, printed with its problems and its time; a step that throws has failed. */
export async function runStep({ name, run }) {
  const started = Date.now();
  const problems = await run().catch((error) => [String(error.stack ?? error)]);
  const passed = problems.length === 0;
  console.log([`${passed ? '✓' : '✕'} ${name} (${Date.now() - started} ms)`, ...problems.map(indented)].join('\n'));
  return { name, passed };
}

const indented = (problem) => problem.replace(/^/gm, '    ');

if (isProgram(import.meta.url)) {
  const results = await verify();
  if (results.some(({ passed }) => !passed)) process.exitCode = 1;
}
