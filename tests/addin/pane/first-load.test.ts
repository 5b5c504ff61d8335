import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const MOST = 60 * 1024;
/** What Microsoft's sign-in library writes to Office: no other program of ours has it. */
const SIGN_IN_LIBRARY = 'NestedAppAuthRequest';

/** A word of the self-test page that stands nowhere else. */
const SELF_TEST = 'phuluc-self-test';

test('what the pane loads before anybody has signed in is at most 60 kB gzip; neither Microsoft’s sign-in nor the self-test is in it', () => {
  execFileSync(process.execPath, ['tools/build-pages.mjs'], { stdio: 'ignore' });
  const page = readFileSync('dist/pages/pane/index.html', 'utf8');
  const names = [...page.matchAll(/(?:href|src)="\/assets\/([^"]+)"/g)].map(([, name]) => name ?? '');
  const parts = names.map((name) => readFileSync(`dist/pages/assets/${name}`));
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.reduce((sum, part) => sum + gzipSync(part).length, gzipSync(page).length)).toBeLessThan(MOST);
  const programs = readdirSync('dist/pages/assets').filter((name) => name.endsWith('.js'));
  for (const word of [SIGN_IN_LIBRARY, SELF_TEST]) {
    const withIt = programs.filter((name) => readFileSync(`dist/pages/assets/${name}`).includes(word));
    expect(withIt.length).toBeGreaterThan(0);
    expect(names.filter((name) => withIt.includes(name))).toEqual([]);
  }
});
