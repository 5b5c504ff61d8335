import { buildFunctions } from './build-functions.mjs';
import { bundle } from './bundle.mjs';
import { at, isProgram } from './root.mjs';
import { stampOfSources } from './sources.mjs';

/** Bundles the command line into dist/: phuluc.mjs and its chunks. */
export async function buildCli({ entry = at('cli/main.ts'), folder = at('dist') } = {}) {
  await bundle({ name: 'phuluc', entry, folder, stamp: stampOfSources(), minifySyntax: true, minifyWhitespace: true });
}

if (isProgram(import.meta.url)) {
  const started = Date.now();
  await Promise.all([buildCli(), buildFunctions()]);
  console.error(`Đã dựng dist/phuluc.mjs và dist/functions trong ${Date.now() - started} ms.`);
}
