#!/usr/bin/env node
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { at } from '../tools/root.mjs';
import { stampOfSources } from '../tools/sources.mjs';

const BUILT = at('dist/phuluc.mjs');

// In a checkout the sources decide: whatever was edited, the next call runs it. Messages go to stderr, stdout may be JSON.
if (existsSync(at('cli/main.ts')) && builtFrom() !== stampOfSources()) await rebuild();
await import('../dist/phuluc.mjs');

/** The stamp in the first line of the built entry; empty when there is none. */
function builtFrom() {
  if (!existsSync(BUILT)) return '';
  const start = Buffer.alloc(64);
  const file = openSync(BUILT);
  readSync(file, start, 0, start.length, 0);
  closeSync(file);
  return start.toString('latin1').split('\n', 1)[0].slice('// '.length);
}

async function rebuild() {
  const { ensurePackages, RUNNING } = await import('../tools/packages.mjs');
  if (!(await ensurePackages(RUNNING))) process.exit(1);
  // Only a person who waits is told: what a program reads on stderr is the command's own.
  if (process.stderr.isTTY) console.error('Đang dựng phuluc từ mã nguồn…');
  const { buildCli } = await import('../tools/build.mjs');
  await buildCli().catch(({ message }) => {
    console.error(`Không dựng được phuluc: ${message.split('\n', 1)[0]}`);
    process.exit(1);
  });
}
