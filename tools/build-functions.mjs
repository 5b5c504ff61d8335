import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildPages } from './build-pages.mjs';
import { bundle, replace } from './bundle.mjs';
import { at } from './root.mjs';
import { START_ROOMS, stampOfSources } from './sources.mjs';

/** In the cloud the Node worker answers to the first name; the second has parts that cannot be bundled, and the cloud needs none of it. */
export const OUTSIDE = ['@azure/functions-core', 'libsql'];

/** Builds dist/functions, a folder as Azure takes it: main.mjs and its chunks, the pages, host.json, package.json. */
export async function buildFunctions({ folder = at('dist/functions') } = {}) {
  const options = { stamp: stampOfSources(START_ROOMS), external: OUTSIDE, minifySyntax: true, minifyWhitespace: true };
  await Promise.all([buildPages(), bundle({ name: 'main', entry: at('host/azure/main.ts'), folder, ...options })]);
  rmSync(join(folder, 'pages'), { recursive: true, force: true });
  cpSync(at('dist/pages'), join(folder, 'pages'), { recursive: true });
  const { name, version, dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const own = { name: `${name}-functions`, version, private: true, type: 'module', main: 'main.mjs' };
  const text = JSON.stringify({ ...own, optionalDependencies: { libsql: dependencies.libsql } }, null, 2);
  replace(join(folder, 'package.json'), `${text}\n`);
  replace(join(folder, 'host.json'), hostSettings());
}

/** Azure knows one prefix for all functions: with the pages among them it is none, and each path of the API says its own. */
function hostSettings() {
  const settings = JSON.parse(readFileSync(at('functions/host.json'), 'utf8'));
  settings.extensions.http.routePrefix = '';
  return `${JSON.stringify(settings, null, 2)}\n`;
}
