import { buildFunctions, OUTSIDE } from './build-functions.mjs';
import { buildPages } from './build-pages.mjs';
import { bundle } from './bundle.mjs';
import { at, isProgram } from './root.mjs';
import { stampOfSources } from './sources.mjs';

/** Few commands need a store: its packages stay where they are installed. */
const STORES = [...OUTSIDE, '@azure/data-tables', '@azure/identity'];

/** Bundles the command line into dist/: phuluc.mjs and its chunks, the command that people wait for apart. */
export async function buildCli({ folder = at('dist') } = {}) {
  const options = { stamp: stampOfSources(), external: STORES, minifySyntax: true, minifyWhitespace: true };
  await bundle({ name: 'phuluc', entry: at('cli/main.ts'), folder, apart: at('cli/consolidate.ts'), ...options });
}

if (isProgram(import.meta.url)) {
  const started = Date.now();
  await Promise.all([buildCli(), buildFunctions(), buildPages()]);
  console.error(`Đã dựng dist/phuluc.mjs, dist/functions và dist/pages trong ${Date.now() - started} ms.`);
}
