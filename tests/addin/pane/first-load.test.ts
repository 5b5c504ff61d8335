import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const MOST = 60 * 1024;
/** What Microsoft's sign-in library writes to Office: no other program of ours has it. */
const SIGN_IN_LIBRARY = 'NestedAppAuthRequest';

test('what the pane loads before anybody has signed in is at most 60 kB gzip, and Microsoft’s sign-in is not in it', () => {
  execFileSync(process.execPath, ['tools/build-pages.mjs'], { stdio: 'ignore' });
  const page = readFileSync('dist/pages/pane/index.html', 'utf8');
  const names = [...page.matchAll(/(?:href|src)="\/assets\/([^"]+)"/g)].map(([, name]) => name ?? '');
  const parts = names.map((name) => readFileSync(`dist/pages/assets/${name}`));
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.reduce((sum, part) => sum + gzipSync(part).length, gzipSync(page).length)).toBeLessThan(MOST);
  const programs = readdirSync('dist/pages/assets').filter((name) => name.endsWith('.js'));
  const withLibrary = programs.filter((name) => readFileSync(`dist/pages/assets/${name}`).includes(SIGN_IN_LIBRARY));
  expect(withLibrary.length).toBeGreaterThan(0);
  expect(names.filter((name) => withLibrary.includes(name))).toEqual([]);
});
