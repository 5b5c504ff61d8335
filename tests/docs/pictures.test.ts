import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { MOST_PICTURE_BYTES, PICTURES } from '../pictures/list.ts';

const made: readonly string[] = Object.values(PICTURES);
const pages = execFileSync('git', ['ls-files', 'README.md', 'docs/*.md', 'docs/huong-dan/*.md'], { encoding: 'utf8' }).trim().split('\n');
/** Each picture of a page with the words that stand for it. */
const shown = pages.filter(existsSync).flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, words = '', path = '']) => ({
    words,
    path: posix.join(posix.dirname(page), path),
  })),
);

test('each picture of a page is one that the script makes, is there, and has words for whoever does not see it', () => {
  expect([...new Set(shown.map(({ path }) => path))].sort()).toEqual([...made].sort());
  expect(shown.filter(({ words }) => words.length < 20)).toEqual([]);
});

test.each(made)('%s is a small PNG', (path) => {
  expect(readFileSync(path).subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(statSync(path).size).toBeLessThan(MOST_PICTURE_BYTES);
});

test('no picture is left that nothing makes', () => {
  const there = ['docs/hinh', 'docs/huong-dan/hinh'].flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));
  expect(there.sort()).toEqual([...made].sort());
});
