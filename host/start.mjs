import { pathToFileURL } from 'node:url';
import { ensurePackages, RUNNING } from '../tools/packages.mjs';
import { at, root } from '../tools/root.mjs';
import { START_ROOMS, stampIn, stampOfSources } from '../tools/sources.mjs';
import { madeUpStore } from './start/made-up.mjs';

// npm start: builds the host with the functions where a source has changed, and runs it in this very process, so that signals reach it.
const folder = at('.build/start');
const program = `${folder}/start.mjs`;
const stamp = stampOfSources(START_ROOMS);
process.chdir(root); // as npm has it; relative paths are the checkout's
if (!(await ensurePackages(RUNNING))) process.exit(1);
madeUpStore();
if (stampIn(program) !== stamp) await build();
await pages();
await import(pathToFileURL(program).href);

async function build() {
  console.error('Đang dựng máy chủ từ mã nguồn…');
  const { bundle } = await import('../tools/bundle.mjs');
  const { OUTSIDE } = await import('../tools/build-functions.mjs');
  const { ownAddress } = await import('../tools/own-address.mjs');
  await bundle({ name: 'start', entry: at('host/start.ts'), folder, stamp, external: OUTSIDE, plugins: [ownAddress] });
}

async function pages() {
  await (await import('../tools/build-pages.mjs')).buildPages();
  if (process.argv.includes('--self-test')) await (await import('../tools/build-self-test.mjs')).buildSelfTest();
  await (await import('esbuild')).stop(); // its own process would stay as long as the host
}
