import { mkdirSync, renameSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ownAddress } from './own-address.mjs';
import { readingProgram } from './reading-program.mjs';
import { at, root } from './root.mjs';

// node tools/run.mjs ENTRY.ts [ARGUMENT]… runs a TypeScript program of the checkout in this process; packages stay outside the bundle.
const [node, , entry, ...words] = process.argv;
if (!entry) {
  console.error('Cách dùng: node tools/run.mjs TỆP.ts [THAM SỐ]…');
  process.exit(2);
}

const folder = at('.build/run');
const program = `${folder}/${basename(entry, '.ts')}.mjs`;
const aside = `${program}.${process.pid}`;
mkdirSync(folder, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: [resolve(entry)],
  outfile: aside,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  sourcemap: 'inline',
  define: { READING_PROGRAM: await readingProgram() },
  plugins: [ownAddress],
  logLevel: 'warning',
});
renameSync(aside, program);

process.argv = [node, resolve(entry), ...words];
process.setSourceMapsEnabled(true);
await import(pathToFileURL(program).href);
