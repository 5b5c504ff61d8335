import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCli } from './build.mjs';
import { buildPages } from './build-pages.mjs';
import { bundle } from './bundle.mjs';
import { archiveOf, digestOfFolder } from './pack/archive.mjs';
import { inventoryOf } from './pack/inventory.mjs';
import { copyPackages, packagesOutside } from './pack/outside.mjs';
import { packagesInto } from './packages-in.mjs';
import { at } from './root.mjs';

// npm run pack [-- --node FOLDER --out FOLDER]: one archive that a server without network installs, upgrades and goes back with
// (docs/van-hanh.md). --node: an unpacked Node for Linux, whose program goes with it.
const { values } = parseArgs({ options: { out: { type: 'string', default: at('out/pack') }, node: { type: 'string' } } });
const { name, version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));

/** What goes out as it stands in the checkout, and as what. */
const AS_THEY_STAND = {
  'docs/huong-dan': 'docs/huong-dan',
  'docs/van-hanh.md': 'docs/van-hanh.md',
  'docs/scale.md': 'docs/scale.md',
  'CHANGELOG.md': 'CHANGELOG.md',
  'infra/server': '.',
};

const out = resolve(values.out);
mkdirSync(out, { recursive: true });
mkdirSync(at('.build'), { recursive: true });
const parent = mkdtempSync(at('.build/pack-'));
try {
  const folder = join(parent, 'release');
  await fill(folder);
  const release = `phuluc-${version}-${digestOfFolder(folder).slice(0, 8)}`;
  renameSync(folder, join(parent, release));
  const file = archiveOf(parent, release, out);
  console.log(`${file} (${Math.round(statSync(file).size / 1_000_000)} MB)`);
} finally {
  rmSync(parent, { recursive: true, force: true });
}
process.exit(0); // esbuild's own process would stay

async function fill(folder) {
  const bundled = new Set();
  const plugins = [packagesInto(bundled)];
  const program = join(folder, 'program');
  await buildCli({ folder: program, outside: ['libsql'], stamp: version, plugins });
  const options = { stamp: version, external: ['@azure/functions-core', 'libsql'], minifySyntax: true, minifyWhitespace: true, plugins };
  await bundle({ name: 'start', entry: at('host/start.ts'), folder: program, ...options });
  await buildPages({ folder: join(folder, 'dist/pages'), plugins });
  rmSync(join(folder, 'dist/pages/stamp'));
  for (const [from, to] of Object.entries(AS_THEY_STAND)) cpSync(at(from), join(folder, to), { recursive: true });
  const outside = packagesOutside();
  copyPackages(outside, folder);
  const { sbom, licences } = inventoryOf(new Set([...bundled, ...outside]));
  writeFileSync(join(folder, 'sbom.cdx.json'), sbom);
  writeFileSync(join(folder, 'LICENCES.txt'), `${licences}\n${values.node === undefined ? '' : nodeInto(join(folder, 'bin'))}`);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, version, private: true, type: 'module' }, null, 2)}\n`);
}

/** Puts the program of an unpacked Node into a folder; gives its licence. */
function nodeInto(folder) {
  const licence = join(values.node, 'LICENSE');
  if (!existsSync(licence)) throw new Error(`[pack] "${values.node}": no unpacked Node, it has no LICENSE`);
  cpSync(join(values.node, 'bin/node'), join(folder, 'node'), { dereference: true });
  chmodSync(join(folder, 'node'), 0o755);
  return `\n== Node.js ==\n\n${readFileSync(licence, 'utf8')}`;
}
