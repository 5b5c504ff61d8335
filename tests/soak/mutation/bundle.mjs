import { readdirSync } from 'node:fs';
import { build } from 'esbuild';
import { ownAddress } from '../../../tools/own-address.mjs';
import { at, root } from '../../../tools/root.mjs';

// node tests/soak/mutation/bundle.mjs: the suites of the domain as one program, which mocha loads once and runs again for each mutant.
const FOLDERS = ['tests/core/rules', 'tests/core/reading', 'tests/core/consolidating', 'tests/core/findings', 'tests/core/measures'];
const BESIDES = ['day', 'format', 'fraction'].map((name) => `tests/core/${name}.test.ts`);

const suites = BESIDES.concat(
  FOLDERS.flatMap((folder) =>
    readdirSync(at(folder))
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => `${folder}/${name}`),
  ),
);

/** Properties by fewer runs, and the same ones each time. */
const fewRuns = {
  name: 'few-runs',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^fast-check$/ }, ({ importer }) =>
      importer.endsWith('few-runs.mjs') ? { path: 'fast-check', external: true } : { path: at('tests/soak/mutation/few-runs.mjs') },
    ),
};

await build({
  absWorkingDir: root,
  stdin: {
    contents: ['tests/soak/mutation/jest-words.mjs', ...suites].map((path) => `import './${path}';`).join('\n'),
    resolveDir: root,
  },
  outfile: '.build/mutation/suites.mjs',
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  plugins: [fewRuns, ownAddress],
  logLevel: 'warning',
});
