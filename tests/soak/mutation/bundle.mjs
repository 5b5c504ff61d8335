import { readdirSync } from 'node:fs';
import { build } from 'esbuild';
import { ownAddress } from '../../../tools/own-address.mjs';
import { at, root } from '../../../tools/root.mjs';

// node tests/soak/mutation/bundle.mjs: the suites of the domain as one program, which anew.mjs evaluates for each change. Those of the
// folder that is changed (MUTATED) come first: they notice most.
const FOLDERS = ['rules', 'reading', 'consolidating', 'findings', 'fixing', 'form', 'measures'];
const BESIDES = ['day', 'format', 'fraction', 'text'].map((name) => `tests/core/${name}.test.ts`);

const suitesIn = (folder) =>
  readdirSync(at(`tests/core/${folder}`))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `tests/core/${folder}/${name}`);
const suites = [...new Set([process.env.MUTATED ?? 'rules', ...FOLDERS])].flatMap(suitesIn).concat(BESIDES);

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
    contents: `module.exports = [${suites.map((path) => `() => require('./${path}')`).join(', ')}];`,
    resolveDir: root,
  },
  outfile: '.build/mutation/suites.cjs',
  bundle: true,
  packages: 'external',
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  plugins: [fewRuns, ownAddress],
  logLevel: 'warning',
});
