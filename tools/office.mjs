import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { withLock } from './lock.mjs';
import { at } from './root.mjs';

// Tinos has the metrics of Times New Roman and every Vietnamese letter; Liberation lacks most of them on Debian 12.
const NEEDED = [
  { debian: 'libreoffice-calc', isThere: () => inPath('soffice') },
  { debian: 'poppler-utils', isThere: () => inPath('pdftoppm') },
  { debian: 'fonts-croscore', isThere: hasTinos },
  { debian: 'chromium-headless-shell', isThere: hasHeadlessShell, instead: '/usr/bin/chromium' },
];

/**
 * Installs LibreOffice Calc, pdftoppm, the fonts and a browser where Debian's apt-get may be used; otherwise says in a line what will be
 * skipped.
 */
export async function ensureOffice() {
  if (missing().length > 0) await withLock(at('.build/office.lock'), install);
}

const missing = () => NEEDED.filter(({ isThere }) => !isThere()).map(({ debian }) => debian);

function install() {
  const names = missing();
  if (names.length === 0) return;
  const apt = aptGet();
  if (apt) {
    console.error(`Đang cài ${names.join(', ')} để kiểm tra biểu mẫu và các trang, có thể mất vài phút…`);
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', ...names);
  }
  const still = missing().filter((debian) => !existsSync(NEEDED.find((one) => one.debian === debian)?.instead ?? ''));
  if (still.length > 0) console.error(`Thiếu ${still.join(', ')}: các phép kiểm tra cần đến sẽ được bỏ qua.`);
}

function aptGet() {
  if (!inPath('apt-get')) return null;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (sudo.length > 0 && !(inPath('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0)) return null;
  return (...words) => {
    const [command, ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=120', ...words];
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 2], timeout: 600_000 });
  };
}

function inPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, command)));
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function hasHeadlessShell() {
  return process.env.CHROMIUM !== undefined || existsSync('/usr/bin/chromium-headless-shell');
}

function hasTinos() {
  if (existsSync('/usr/share/fonts/truetype/croscore/Tinos-Regular.ttf')) return true;
  return spawnSync('fc-list', ['Tinos'], { encoding: 'utf8' }).stdout?.includes('Tinos') ?? false;
}
