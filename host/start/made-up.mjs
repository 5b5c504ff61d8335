import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { at } from '../../tools/root.mjs';

/** Its own folder and keys whatever the environment names, so that no real store gets made-up reports. */
const FOLDER = '.data/made-up';
const WORD = '--made-up';

/** `npm start -- --made-up`: takes the word out of the call and starts on a store of made-up reports, which is made where there is none. */
export function madeUpStore() {
  if (!process.argv.includes(WORD)) return;
  process.argv = process.argv.filter((word) => word !== WORD);
  Object.assign(process.env, { PHULUC_DATA: FOLDER, PHULUC_KEYS: `${FOLDER}/keys.json` });
  if (existsSync(at(FOLDER))) return;
  console.error('Đang lập kho chạy thử với báo cáo giả định của mọi đơn vị, khoảng một phút…');
  // The standard output is the server's own.
  const { status } = spawnSync(process.execPath, [at('tools/run.mjs'), 'demo/made-up-store.ts', FOLDER], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
}
