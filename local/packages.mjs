import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { alone } from './lock.mjs';
import { at, root } from './root.mjs';

/** Installs what package-lock.json names, unless it is all there already; returns whether it is there now. No network when it is. */
export async function ensurePackages() {
  if (packagesFit()) return true;
  return alone(at('.build/packages.lock'), () => packagesFit() || install());
}

/** Whether npm's own record of node_modules holds every package of the lock file in its version; optional ones may be absent. */
function packagesFit() {
  const wanted = packagesOf(at('package-lock.json'));
  const present = packagesOf(at('node_modules/.package-lock.json'));
  return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || optional || present[path]?.version === version);
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return {};
  }
}

function install() {
  console.error('Đang cài các gói phần mềm cần thiết (npm ci), có thể mất một phút…');
  const started = Date.now();
  const { status } = npm('ci', '--include=dev', '--no-audit', '--no-fund');
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
