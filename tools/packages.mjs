import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { withLock } from './lock.mjs';
import { at, root } from './root.mjs';

/** What the server and the command line run on (`npm ci --omit=dev`), and with it what tests, the demo and tools need. */
export const RUNNING = (wanted) => !(wanted.dev || wanted.devOptional);
export const ALL = () => true;

/** Installs what package-lock.json names, unless all that is needed is there; returns whether it is there now. No network when it is. */
export async function ensurePackages(isNeeded) {
  if (packagesFit(isNeeded)) return true;
  return withLock(at('.build/packages.lock'), () => packagesFit(isNeeded) || install(isNeeded));
}

/** Whether npm's own record of node_modules holds every needed package of the lock file in its version; optional ones may be absent. */
function packagesFit(isNeeded) {
  const present = packagesOf(at('node_modules/.package-lock.json'));
  return Object.entries(packagesOf(at('package-lock.json'))).every(
    ([path, wanted]) => path === '' || wanted.optional || !isNeeded(wanted) || present[path]?.version === wanted.version,
  );
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return {};
  }
}

function install(isNeeded) {
  console.error('Đang cài các gói phần mềm cần thiết (npm ci), có thể mất một phút…');
  const started = Date.now();
  const dev = isNeeded === RUNNING && process.env.NODE_ENV === 'production' ? '--omit=dev' : '--include=dev';
  const { status } = npm('ci', dev, '--no-audit', '--no-fund');
  if (status === 0) console.error(`Đã cài xong sau ${Math.round((Date.now() - started) / 1000)} giây.`);
  else console.error('Không cài được các gói phần mềm (npm ci). Hãy kiểm tra kết nối mạng rồi chạy lại lệnh này.');
  return status === 0;
}

function npm(...words) {
  // The standard output may be JSON that somebody parses: what npm says goes to stderr.
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const running = process.env.npm_execpath ?? '';
  if (basename(running).startsWith('npm')) return spawnSync(process.execPath, [running, ...words], options);
  return spawnSync('npm', words, { ...options, shell: process.platform === 'win32' });
}
