import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { at, isProgram, root } from './root.mjs';
import { stampOfSources } from './sources.mjs';

const ENTRY = 'phuluc.mjs';
const HOUR = 3_600_000;

/**
 * Bundles the command line into dist/: phuluc.mjs and chunks that are loaded when needed. Safe beside running commands and other
 * builds: chunks are named by their content, the entry is replaced last and in one step, old chunks stay for an hour.
 */
export async function buildCli({ entry = at('cli/main.ts'), folder = at('dist') } = {}) {
  const stamp = stampOfSources();
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { phuluc: entry },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    // A package below exceljs names it for a way of reading that nobody here calls.
    external: ['@aws-sdk/client-s3'],
    charset: 'utf8',
    // exceljs is CommonJS and requires Node's own modules at run time, which an ES module can do only through this.
    banner: { js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);" },
    logLevel: 'warning',
    write: false,
  });
  mkdirSync(folder, { recursive: true });
  const isEntry = ({ path }) => basename(path) === ENTRY;
  for (const { path, text } of outputFiles.filter((file) => !isEntry(file))) replace(path, text);
  const { path, text } = outputFiles.find(isEntry);
  replace(path, `// ${stamp}\n${text}`);
  removeOld(folder, new Set(outputFiles.map((file) => basename(file.path))));
}

function replace(path, text) {
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, text);
  renameSync(aside, path);
}

function removeOld(folder, current) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (!current.has(name) && Date.now() - written > HOUR) rmSync(path, { recursive: true, force: true });
  }
}

if (isProgram(import.meta.url)) {
  const started = Date.now();
  await buildCli();
  console.error(`Đã dựng dist/${ENTRY} trong ${Date.now() - started} ms.`);
}
