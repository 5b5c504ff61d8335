import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, replace } from './bundle.mjs';
import { at } from './root.mjs';
import { FUNCTIONS_ROOMS, stampOfSources } from './sources.mjs';

/** In the cloud the Node worker answers to the first name; the second has parts that cannot be bundled, and the cloud needs none of it. */
export const OUTSIDE = ['@azure/functions-core', 'libsql'];

/** Bundles the functions into dist/functions, a folder as Azure takes it: main.mjs and its chunks, host.json, package.json. */
export async function buildFunctions({ folder = at('dist/functions') } = {}) {
  const options = { stamp: stampOfSources(FUNCTIONS_ROOMS), external: OUTSIDE, minifySyntax: true, minifyWhitespace: true };
  await bundle({ name: 'main', entry: at('functions/main.ts'), folder, ...options });
  const { name, version, dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const own = { name: `${name}-functions`, version, private: true, type: 'module', main: 'main.mjs' };
  const text = JSON.stringify({ ...own, optionalDependencies: { libsql: dependencies.libsql } }, null, 2);
  replace(join(folder, 'package.json'), `${text}\n`);
  replace(join(folder, 'host.json'), readFileSync(at('functions/host.json'), 'utf8'));
}
