import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { removeOld, replace } from './bundle.mjs';
import { ownAddress } from './own-address.mjs';
import { at, root } from './root.mjs';
import { readingProgram, withWritingProgram } from './thread-programs.mjs';

// node tools/run.mjs ENTRY.ts [ARGUMENT]… runs a TypeScript program of the checkout in this process; packages stay outside the bundle. What
// a program imports when needed is a file of its own, as where it is built: a start loads no more than it does there.
const [node, , entry, ...words] = process.argv;
if (!entry) {
  console.error('Cách dùng: node tools/run.mjs TỆP.ts [THAM SỐ]…');
  process.exit(2);
}

const name = basename(entry, '.ts');
const folder = at(join('.build', 'run', name));
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: { [name]: resolve(entry) },
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  entryNames: 'run.[hash]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  sourcemap: 'inline',
  define: await readingProgram(),
  plugins: [withWritingProgram, ownAddress],
  logLevel: 'warning',
  write: false,
});
mkdirSync(folder, { recursive: true });
for (const { path, text } of outputFiles) replace(path, text);
removeOld(folder, new Set(outputFiles.map(({ path }) => basename(path))));
const program = outputFiles.find(({ path }) => basename(path).startsWith('run.'))?.path;

process.argv = [node, resolve(entry), ...words];
process.setSourceMapsEnabled(true);
await import(pathToFileURL(program).href);
