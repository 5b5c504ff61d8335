import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const MOST = 40 * 1024;

test('what the upload page loads before anybody has signed in is at most 40 kB gzip, and the reader is not in it', () => {
  execFileSync(process.execPath, ['tools/build-pages.mjs'], { stdio: 'ignore' });
  const page = readFileSync('dist/pages/index.html', 'utf8');
  const parts = [...page.matchAll(/(?:href|src)="\/(assets\/[^"]+)"/g)].map(([, path]) => readFileSync(`dist/pages/${path}`));
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.reduce((sum, part) => sum + gzipSync(part).length, gzipSync(page).length)).toBeLessThan(MOST);
  expect(parts.some((part) => part.includes('xl/workbook.xml'))).toBe(false);
});
