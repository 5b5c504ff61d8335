import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../root.mjs';

/** What the programs ask for at run time, because it holds machine code. */
const OUTSIDE = 'libsql';
/** Its machine code is a package a platform; servers of the province run a Linux with glibc. */
const OF_PLATFORM = `@libsql/${process.platform}-${process.arch}-gnu`;

/** The folders of the packages that lie beside the programs, from the checkout on. */
export function packagesOutside() {
  const found = new Set();
  const add = (name) => {
    const folder = `node_modules/${name}`;
    if (found.has(folder)) return;
    found.add(folder);
    const { dependencies = {} } = JSON.parse(readFileSync(at(folder, 'package.json'), 'utf8'));
    for (const one of Object.keys(dependencies)) {
      const within = `${folder}/node_modules/${one}`;
      if (existsSync(at(within))) found.add(within);
      else add(one);
    }
  };
  add(OUTSIDE);
  add(OF_PLATFORM);
  return found;
}

/** Copies them, each without what is installed inside it: that is a package of its own. */
export function copyPackages(folders, into) {
  for (const folder of folders)
    for (const name of readdirSync(at(folder)).filter((one) => one !== 'node_modules'))
      cpSync(at(folder, name), join(into, folder, name), { recursive: true });
}
