import { buildFunctions, OUTSIDE } from './build-functions.mjs';
import { buildPages } from './build-pages.mjs';
import { bundle } from './bundle.mjs';
import { packPlan } from './packed-plan.mjs';
import { at, isProgram } from './root.mjs';
import { stampOfSources } from './sources.mjs';

/** Few commands need a store: its packages stay where they are installed. */
const STORES = [...OUTSIDE, '@azure/data-tables', '@azure/identity'];

/**
 * Bundles the command line into a folder: phuluc.mjs and its chunks, the command that people wait for apart. `outside`: packages that are
 * found at run time.
 */
export async function buildCli({ folder = at('dist'), outside = STORES, stamp = stampOfSources(), plugins = [] } = {}) {
  const options = { stamp, external: outside, minifySyntax: true, minifyWhitespace: true, plugins };
  await bundle({ name: 'phuluc', entry: at('cli/main.ts'), folder, apart: at('cli/consolidate.ts'), ...options });
}

if (isProgram(import.meta.url)) {
  const started = Date.now();
  await Promise.all([buildCli(), buildFunctions(), buildPages()]);
  await packPlan(at('dist/functions'), process.env).catch(({ message }) => {
    console.error(message);
    process.exit(1);
  });
  console.error(`Đã dựng dist/phuluc.mjs, dist/functions và dist/pages trong ${Date.now() - started} ms.`);
}
