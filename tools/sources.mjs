import { readdirSync, readFileSync, statSync } from 'node:fs';
import { root } from './root.mjs';

const CLI_ROOMS = ['core', 'contract', 'seeds', 'xlsx', 'templates', 'functions', 'cli'];
const FUNCTIONS_ROOMS = ['core', 'contract', 'seeds', 'xlsx', 'templates', 'functions'];
export const START_ROOMS = [...FUNCTIONS_ROOMS, 'host'];
export const PAGES_ROOMS = ['core', 'xlsx', 'templates/upload', 'addin', 'docs/huong-dan'];
const SINGLE = [
  'package.json',
  'package-lock.json',
  'tools/build.mjs',
  'tools/build-guides.mjs',
  'tools/build-pages.mjs',
  'tools/build-self-test.mjs',
  'tools/bundle.mjs',
  'tools/markup.mjs',
  'tools/page-options.mjs',
  'tools/thread-programs.mjs',
];
const SOURCE = /\.(?:tsx?|js|json|css|html|svg|png|md)$/;

/**
 * What a program is built from (the command line, unless other rooms are named), as one short text: it changes when a source file is
 * added, removed or written.
 * Made of names, sizes and times alone, without node:crypto, because every call of `phuluc` pays for it.
 */
export function stampOfSources(rooms = CLI_ROOMS) {
  const files = [...SINGLE, ...rooms.flatMap(sourcesIn)];
  let hash = 0x811c9dc5;
  for (const file of files) {
    const { size, mtimeMs } = statSync(root + file);
    const line = `${file} ${size} ${mtimeMs}\n`;
    for (let k = 0; k < line.length; k++) hash = Math.imul(hash ^ line.charCodeAt(k), 0x01000193);
  }
  return `${files.length}-${(hash >>> 0).toString(16)}`;
}

/** The stamp in the first line of a built program; empty when there is none. */
export function stampIn(file) {
  try {
    return readFileSync(file, 'utf8').split('\n', 1)[0].slice('// '.length);
  } catch {
    return '';
  }
}

function sourcesIn(folder) {
  return readdirSync(root + folder, { withFileTypes: true })
    .sort((one, two) => (one.name < two.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return sourcesIn(path);
      return SOURCE.test(entry.name) ? [path] : [];
    });
}
