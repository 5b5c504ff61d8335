import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const MOST = 60 * 1024;
/** What Microsoft's sign-in library writes to Office: no other program of ours has it. */
const SIGN_IN_LIBRARY = 'NestedAppAuthRequest';

/** A word of the self-test page that stands nowhere else. */
const SELF_TEST = 'phuluc-self-test';

test('what the pane loads before anybody has signed in is at most 60 kB gzip, and Microsoft’s sign-in is not in it', () => {
  execFileSync(process.execPath, ['tools/build-pages.mjs'], { stdio: 'ignore' });
  const page = readFileSync('dist/pages/pane/index.html', 'utf8');
  const names = [...page.matchAll(/(?:href|src)="\/assets\/([^"]+)"/g)].map(([, name]) => name ?? '');
  const parts = names.map((name) => readFileSync(`dist/pages/assets/${name}`));
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.reduce((sum, part) => sum + gzipSync(part).length, gzipSync(page).length)).toBeLessThan(MOST);
  const programs = readdirSync('dist/pages/assets').filter((name) => name.endsWith('.js'));
  const withIt = programs.filter((name) => readFileSync(`dist/pages/assets/${name}`).includes(SIGN_IN_LIBRARY));
  expect(withIt.length).toBeGreaterThan(0);
  expect(names.filter((name) => withIt.includes(name))).toEqual([]);
});

test('the pages that users get hold nothing of the self-test, nor a page that an earlier build had', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  const old = join(folder, 'pane/self-test');
  mkdirSync(old, { recursive: true });
  writeFileSync(join(old, 'index.html'), 'phuluc-self-test');
  utimesSync(join(old, 'index.html'), new Date(0), new Date(0));
  const build = `import { buildPages } from './tools/build-pages.mjs'; await buildPages({ folder: process.argv[1] }); process.exit(0);`;
  execFileSync(process.execPath, ['--input-type=module', '-e', build, folder], { stdio: 'ignore' });
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => statSync(join(folder, name)).isFile());
  expect(files).toEqual(expect.arrayContaining(['index.html', 'pane/index.html', 'icons/phu-luc-so.svg', 'huong-dan/index.html', 'stamp']));
  expect(files.filter((name) => name.includes('self-test') || readFileSync(join(folder, name)).includes(SELF_TEST))).toEqual([]);
  rmSync(folder, { recursive: true });
});
