import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { root } from './root.mjs';
import { readingProgram, withWritingProgram } from './thread-programs.mjs';

const HOUR = 3_600_000;

/**
 * Bundles a program with its packages into a folder: an entry, its stamp in the first line, and chunks that are loaded when needed.
 * Safe beside running programs and other builds: chunks are named by their content, the entry is replaced last and in one step, old
 * chunks stay for an hour. `apart`: a file that the entry imports when needed, and that gets its own copy of everything: what it shares
 * with others would be forty small files, and to open one takes longer than to read what is there twice.
 */
export async function bundle({ name, entry, folder, stamp, external = [], apart = null, ...options }) {
  const common = {
    absWorkingDir: root,
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
    define: await readingProgram(),
    logLevel: 'warning',
    write: false,
    ...options,
    plugins: [withWritingProgram, ...(options.plugins ?? [])],
  };
  const chunks = [];
  const plugins = [...common.plugins, ...(apart ? [bundledApart(apart, common, chunks)] : [])];
  const { outputFiles } = await build({ ...common, entryPoints: { [name]: entry }, plugins });
  mkdirSync(folder, { recursive: true });
  const isEntry = ({ path }) => basename(path) === `${name}.mjs`;
  chunks.push(...outputFiles.filter((file) => !isEntry(file)));
  for (const chunk of chunks) replace(chunk.path, chunk.text);
  const { path, text } = outputFiles.find(isEntry);
  replace(path, `// ${stamp}\n${text}`);
  removeOld(folder, new Set([path, ...chunks.map((chunk) => chunk.path)].map((one) => basename(one))));
}

/** Builds a file that is imported when needed as a program of its own, whose files are added to `chunks`. */
function bundledApart(file, options, chunks) {
  const name = basename(file, '.ts');
  return {
    name: 'bundled-apart',
    setup({ onResolve }) {
      onResolve({ filter: new RegExp(`/${name}\\.ts$`) }, async ({ kind }) => {
        if (kind !== 'dynamic-import') return undefined;
        const { outputFiles } = await build({ ...options, entryPoints: [file], entryNames: 'apart-[name]-[hash]' });
        chunks.push(...outputFiles);
        return { path: `./${basename(outputFiles.find(({ path }) => basename(path).startsWith('apart-')).path)}`, external: true };
      });
    },
  };
}

/** Writes a file whole or not at all. */
export function replace(path, text) {
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, text);
  renameSync(aside, path);
}

/** Removes the files of earlier builds from a folder, an hour after they were written: programs that run may still ask for them. */
export function removeOld(folder, current) {
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((one) => one.name.endsWith('.mjs'))) {
    const path = join(folder, name);
    const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (!current.has(name) && Date.now() - written > HOUR) rmSync(path, { force: true });
  }
}
