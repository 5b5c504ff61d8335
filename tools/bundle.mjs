import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { root } from './root.mjs';
import { readingProgram, withWritingProgram } from './thread-programs.mjs';

const HOUR = 3_600_000;
/** What is built, and what is written beside it: the first part is the program's own name. */
const BUILT = /^(.*?\.[mc]js)(?:\..*\.(?:cache|tmp))?$/;

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
    plugins: [withWritingProgram, jsonAsText, ...(options.plugins ?? [])],
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

/**
 * Builds a file that is imported when needed as a program of its own in CommonJS, of which V8 keeps what it compiled (cli/compiled.ts).
 * What that imports when needed is a file of its own in its turn.
 */
function bundledApart(file, options, chunks) {
  const program = 'program-of-its-own';
  const built = async (entry) => {
    const { outputFiles } = await build({ ...options, ...COMMON_JS, entryPoints: [entry], plugins: [...options.plugins, whenNeeded] });
    const [{ path, text }] = outputFiles;
    chunks.push({ path, text: inAscii(text) });
    return `./${basename(path)}`;
  };
  const whenNeeded = onImport(/\.ts$/, 'when-needed', async ({ path, resolveDir }) => ({
    path: await built(join(resolveDir, path)),
    external: true,
  }));
  const apart = onImport(new RegExp(`/${basename(file, '.ts')}\\.ts$`), 'bundled-apart', () => ({ path: file, namespace: program }));
  const setup = (its) => {
    apart.setup(its);
    its.onLoad({ filter: /./, namespace: program }, async () => {
      const lines = [
        `import { fileURLToPath } from 'node:url';`,
        `import { compiled } from ${JSON.stringify(join(root, 'cli/compiled.ts'))};`,
        `const program = new URL(${JSON.stringify(await built(file))}, import.meta.url);`,
        `export const { ${(await exportedNames(file)).join(', ')} } = compiled(fileURLToPath(program));`,
      ];
      return { contents: lines.join('\n'), resolveDir: root };
    });
  };
  return { name: apart.name, setup };
}

/** What becomes of an import that is made when needed. */
const onImport = (filter, name, resolved) => ({
  name,
  setup: ({ onResolve }) => onResolve({ filter }, (asked) => (asked.kind === 'dynamic-import' ? resolved(asked) : undefined)),
});

/** How such a program is built: in one file, as a script has no loader of its own for `import()`. */
const COMMON_JS = {
  outExtension: { '.js': '.cjs' },
  entryNames: 'apart-[name]-[hash]',
  splitting: false,
  format: 'cjs',
  banner: {},
  supported: { 'dynamic-import': false },
  charset: 'ascii',
};

async function exportedNames(file) {
  const { metafile } = await build({ entryPoints: [file], absWorkingDir: root, format: 'esm', write: false, metafile: true });
  return Object.values(metafile.outputs).flatMap(({ exports }) => exports);
}

/**
 * A program that is read without decoding. esbuild leaves regular expressions alone, where an escape means the same; of two halves of a
 * character, too (ECMA-262, RegExpUnicodeEscapeSequence).
 */
const inAscii = (text) => text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A plan as a text that is parsed at the start: to compile it as a program takes several times as long. */
const jsonAsText = {
  name: 'json-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\/seeds\/[^/]*\.json$/ }, ({ path }) => ({
      contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))))});`,
    }));
  },
};

/** Writes a file whole or not at all. */
export function replace(path, text) {
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, text);
  renameSync(aside, path);
}

/**
 * Removes the files of earlier builds from a folder, an hour after they were written: programs that run may still ask for them. What V8
 * compiled of a program goes with it.
 */
export function removeOld(folder, current) {
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((one) => BUILT.test(one.name))) {
    const path = join(folder, name);
    const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const isCurrent = current.has(name) || (name.endsWith('.cache') && current.has(BUILT.exec(name)?.[1]));
    if (!isCurrent && Date.now() - written > HOUR) rmSync(path, { force: true });
  }
}
