import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { at } from '../../tools/root.mjs';

/** Its own folder and keys whatever the environment names, so that no real store gets made-up reports. */
const FOLDER = '.data/made-up';
const WORD = '--made-up';

/** `npm start -- --made-up`: takes the word out of the call and starts on a store of made-up reports, which is made where there is none. */
export function madeUpStore() {
  if (!process.argv.includes(WORD)) return;
  process.argv = process.argv.filter((word) => word !== WORD);
  // The store is made by the plan that the server is going to have: the one that the call names, else the environment's.
  Object.assign(process.env, planInWords());
  const folder = `${FOLDER}${ofOtherPlan([process.env.PHULUC_PLAN, process.env.PHULUC_AGENCIES])}`;
  Object.assign(process.env, { PHULUC_DATA: folder, PHULUC_KEYS: `${folder}/keys.json` });
  if (existsSync(at(folder))) return;
  console.error('Đang lập kho chạy thử với báo cáo giả định của mọi đơn vị, khoảng một phút…');
  // The standard output is the server's own.
  const { status } = spawnSync(process.execPath, [at('tools/run.mjs'), 'demo/made-up-store.ts', folder], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
}

/** The files that the call names; a call that makes no sense is told by the start itself. */
function planInWords() {
  try {
    const options = { plan: { type: 'string' }, agencies: { type: 'string' } };
    const { plan, agencies } = parseArgs({ args: process.argv.slice(2), options, strict: false, allowPositionals: true }).values;
    return { ...(typeof plan === 'string' && { PHULUC_PLAN: plan }), ...(typeof agencies === 'string' && { PHULUC_AGENCIES: agencies }) };
  } catch {
    return {};
  }
}

/**
 * Names what the files say, so that each plan has a store of its own (relative paths are the checkout's, which is the folder in use by
 * now); nothing for the plan that comes with the program.
 */
function ofOtherPlan(files) {
  const named = files.map((file) => file ?? '');
  if (named.every((file) => file === '')) return '';
  const digest = createHash('sha256');
  for (const file of named) digest.update(file !== '' && existsSync(file) ? readFileSync(file) : '').update('\n');
  return `-${digest.digest('hex').slice(0, 8)}`;
}
