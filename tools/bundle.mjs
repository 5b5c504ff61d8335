import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { readingProgram } from './reading-program.mjs';
import { root } from './root.mjs';

const HOUR = 3_600_000;

/**
 * Bundles a program with its packages into a folder: an entry, its stamp in the first line, and chunks that are loaded when needed.
 * Safe beside running programs and other builds: chunks are named by their content, the entry is replaced last and in one step, old
 * chunks stay for an hour.
 */
export async function bundle({ name, entry, folder, stamp, external = [], ...options }) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { [name]: entry },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    // A package below exceljs names the first for a way of reading that nobody here calls; `debug` takes the second where it is installed.
    external: ['@aws-sdk/client-s3', 'supports-color', ...external],
    charset: 'utf8',
    // exceljs is CommonJS and requires Node's own modules at run time, which an ES module can do only through this.
    banner: { js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);" },
    define: { READING_PROGRAM: await readingProgram() },
    logLevel: 'warning',
    write: false,
    ...options,
  });
  mkdirSync(folder, { recursive: true });
  const isEntry = ({ path }) => basename(path) === `${name}.mjs`;
  for (const { path, text } of outputFiles.filter((file) => !isEntry(file))) replace(path, text);
  const { path, text } = outputFiles.find(isEntry);
  replace(path, `// ${stamp}\n${text}`);
  removeOld(folder, new Set(outputFiles.map((file) => basename(file.path))));
}

/** Writes a file whole or not at all. */
export function replace(path, text) {
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, text);
  renameSync(aside, path);
}

function removeOld(folder, current) {
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((one) => one.name.endsWith('.mjs'))) {
    const path = join(folder, name);
    const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (!current.has(name) && Date.now() - written > HOUR) rmSync(path, { force: true });
  }
}
