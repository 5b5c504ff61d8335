import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putInPlace } from '../../demo/put-in-place.ts';

const folder = mkdtempSync(join(tmpdir(), 'phuluc-in-place-'));
afterAll(() => rmSync(folder, { recursive: true }));

const madeBy = (who: string): string => {
  const made = join(folder, `dang-lap-${who}`);
  mkdirSync(made);
  writeFileSync(join(made, 'keys.json'), who);
  return made;
};

test('of two starts that make the same store at once the first one’s stays, and the second goes on with it', () => {
  const place = join(folder, 'made-up');
  expect(['first', 'second'].map((who) => putInPlace(madeBy(who), place))).toEqual([true, false]);
  expect(readFileSync(join(place, 'keys.json'), 'utf8')).toBe('first');
});

test('what cannot be moved is told', () => {
  expect(() => putInPlace(join(folder, 'not-there'), join(folder, 'nor-here'))).toThrow('ENOENT');
});
