import { readdirSync, statSync } from 'node:fs';
import { at } from './root.mjs';

const ROOMS = ['core', 'seeds', 'templates', 'cli'];
const SINGLE = ['package.json', 'package-lock.json', 'local/build.mjs'];
const SOURCE = /\.(?:ts|json)$/;

/**
 * What the command line is built from, as one short text: it changes when a source file is added, removed or written.
 * Made of names, sizes and times alone, without node:crypto, because every call of `phuluc` pays for it.
 */
export function stampOfSources() {
  const files = [...SINGLE, ...ROOMS.flatMap(sourcesIn)];
  let hash = 0x811c9dc5;
  for (const file of files) {
    const { size, mtimeMs } = statSync(at(file));
    for (const character of `${file} ${size} ${mtimeMs}\n`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  }
  return `${files.length}-${(hash >>> 0).toString(16)}`;
}

function sourcesIn(folder) {
  return readdirSync(at(folder), { withFileTypes: true })
    .sort((one, two) => (one.name < two.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return sourcesIn(path);
      return SOURCE.test(entry.name) ? [path] : [];
    });
}
