import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { buildGuides } from './build-guides.mjs';
import { replace } from './bundle.mjs';
import { withLock } from './lock.mjs';
import { PAGE_OPTIONS } from './page-options.mjs';
import { at, isProgram } from './root.mjs';
import { PAGES_ROOMS, stampOfSources } from './sources.mjs';

/** What people see: a page is an `index.html` beside the `main.tsx` that it runs. */
const PAGES = {
  '': 'addin/web/report',
  'xac-minh/': 'addin/web/proof',
  'cong-khai/': 'addin/web/public',
  'desk/': 'addin/web/desk',
  'pane/': 'addin/pane',
  'dang-nhap/': 'addin/web/callback',
};

/** Programs that run beside a page, by the name under which a page knows their address. */
const WORKERS = {
  READER_WORKER: 'addin/web/reader/worker.ts',
  PROOF_WORKER: 'addin/web/proof/worker.ts',
  UNPACK_WORKER: 'addin/web/desk/intake/unpack/worker.ts',
};

/** What opens a page without a network, the page, and what it needs besides its own parts. */
const OFFLINE = {
  entry: 'addin/web/offline/service-worker.ts',
  page: 'addin/web/report/main.tsx',
  others: ['/', '/icons/phu-luc-so.svg', '/not-running.js'],
};

/**
 * Files that go out as they are: what says that a page does not run, what an old browser runs in the pane, and where Microsoft's sign-in
 * in Excel comes back to.
 */
const AS_THEY_STAND = {
  'not-running.js': 'addin/ui/not-running.js',
  'pane/without-modules.js': 'addin/pane/without-modules.js',
  'pane/dang-nhap/index.html': 'addin/pane/back-from-sign-in.html',
};

/** The look of the guides, and what tells on their first page whom to ask. */
const GUIDE_STYLE = 'addin/ui/guide.css';
const GUIDE_CONTACT = 'addin/web/guides/main.ts';

const HOUR = 3_600_000;
/**
 * Builds the pages into a folder, as static files: pages at their addresses, everything else under `assets/` with its content's hash
 * in the name, so that browsers may keep it for good. Nothing is done where no source has changed. Safe beside servers that run.
 */
export async function buildPages({ folder = at('dist/pages'), plugins = [] } = {}) {
  const stamp = stampOfSources(PAGES_ROOMS);
  await whereChanged(folder, stamp, () => buildInto(folder, plugins));
}

/** Builds what stands in a folder and says so there, where it was built of other sources; one build at a time. */
export async function whereChanged(folder, stamp, build) {
  const stampFile = join(folder, 'stamp');
  const isBuilt = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (isBuilt()) return;
  await withLock(at('.build/pages.lock'), async () => {
    if (isBuilt()) return;
    await build();
    replace(stampFile, stamp);
  });
}

async function buildInto(folder, plugins) {
  const started = Date.now();
  const define = Object.fromEntries(
    await Promise.all(
      Object.entries(WORKERS).map(async ([name, entry]) => [name, JSON.stringify(await buildWorker(entry, folder, plugins))]),
    ),
  );
  const pages = Object.values(PAGES).map((page) => ({ in: `${page}/main.tsx`, out: page.split('/').at(-1) }));
  const entryPoints = [...pages, { in: GUIDE_STYLE, out: 'guide' }, { in: GUIDE_CONTACT, out: 'contact' }];
  const { outputFiles, metafile } = await build({ ...PAGE_OPTIONS, entryPoints, outdir: folder, define, plugins });
  keep(outputFiles);
  cpSync(at('addin/icons'), join(folder, 'icons'), { recursive: true });
  for (const [address, page] of Object.entries(PAGES)) writePage(address, page, metafile, folder);
  for (const [address, file] of Object.entries(AS_THEY_STAND)) {
    mkdirSync(dirname(join(folder, address)), { recursive: true });
    replace(join(folder, address), readFileSync(at(file)));
  }
  const shell = [...OFFLINE.others, JSON.parse(define.READER_WORKER), ...allPartsOf(OFFLINE.page, metafile, folder)];
  await buildServiceWorker(shell, folder);
  const style = `<link rel="stylesheet" href="${addressOf(outputOf(GUIDE_STYLE, metafile)[0], folder)}" />`;
  await buildGuides(folder, style, assetsOf(GUIDE_CONTACT, metafile, folder));
  removeGone(folder, started);
  removeOldParts(join(folder, 'assets'));
}

/** A page's `index.html` at its address, with what it loads at once. */
export function writePage(address, page, metafile, folder) {
  const html = readFileSync(at(page, 'index.html'), 'utf8').replace('<!-- assets -->', assetsOf(`${page}/main.tsx`, metafile, folder));
  mkdirSync(join(folder, address), { recursive: true });
  replace(join(folder, address, 'index.html'), html);
}

async function buildWorker(entry, folder, plugins) {
  const { outputFiles, metafile } = await build({ ...PAGE_OPTIONS, entryPoints: [entry], outdir: folder, plugins });
  keep(outputFiles);
  return addressOf(outputOf(entry, metafile)[0], folder);
}

/** At the root under a name that never changes: a browser finds its newer edition there, and it may serve the page at `/`. */
async function buildServiceWorker(shell, folder) {
  const page = readFileSync(join(folder, 'index.html'));
  const release = createHash('sha256').update(`${page} ${shell}`).digest('hex').slice(0, 16);
  const { outputFiles } = await build({
    ...PAGE_OPTIONS,
    entryPoints: [OFFLINE.entry],
    entryNames: '[name]',
    outdir: folder,
    splitting: false,
    format: 'iife',
    define: { SHELL: JSON.stringify(shell), RELEASE: JSON.stringify(release) },
  });
  keep(outputFiles);
}

export function keep(outputFiles) {
  for (const { path, contents } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    replace(path, contents);
  }
}

const outputOf = (entry, { outputs }) => Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry);

/** What a page loads at once: its style, its program, and the parts that the program imports. */
function assetsOf(entry, metafile, folder) {
  const [path, output] = outputOf(entry, metafile);
  const parts = output.imports.filter(({ kind }) => kind === 'import-statement').map((one) => one.path);
  return [
    ...(output.cssBundle ? [`<link rel="stylesheet" href="${addressOf(output.cssBundle, folder)}" />`] : []),
    ...parts.map((part) => `<link rel="modulepreload" href="${addressOf(part, folder)}" />`),
    `<script type="module" src="${addressOf(path, folder)}"></script>`,
    '<script defer src="/not-running.js"></script>',
  ].join('\n    ');
}

/** All that a page may ever load of its own: what it loads at once and what it loads when that is needed. */
function allPartsOf(entry, metafile, folder) {
  const found = new Set([outputOf(entry, metafile)[0]]);
  for (const path of found) for (const one of partsOf(metafile.outputs[path])) found.add(one);
  return [...found].map((path) => addressOf(path, folder)).sort();
}

const partsOf = ({ imports, cssBundle }) => [
  ...imports.filter(({ external }) => !external).map(({ path }) => path),
  ...(cssBundle ? [cssBundle] : []),
];

const addressOf = (output, folder) => `/${relative(folder, at(output))}`;

/** Removes what an earlier build wrote at an address that this one has no more. A file's time is of a coarser clock than ours. */
function removeGone(folder, started) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, name);
    const isPart = name.startsWith('assets');
    if (!isPart && statSync(path).isFile() && statSync(path).mtimeMs < started - 1000) rmSync(path);
  }
}

/** Pages that are open in a browser may still ask for parts of the build before. */
export function removeOldParts(assets) {
  for (const name of readdirSync(assets)) {
    const path = join(assets, name);
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 24 * HOUR) rmSync(path, { force: true });
  }
}

if (isProgram(import.meta.url)) {
  const started = Date.now();
  await buildPages();
  console.error(`Đã dựng dist/pages trong ${Date.now() - started} ms.`);
}
