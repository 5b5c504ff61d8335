import { readdirSync, readFileSync } from 'node:fs';

const parts = readdirSync('addin', { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));

// On a busy machine a usual effect begins and ends long after what it belongs to is drawn (addin/ui/use-at-once.ts).
test('nothing on a page waits for the next painting to begin or to end', () => {
  expect(parts.length).toBeGreaterThan(300);
  expect(parts.filter((path) => /\buseEffect\b/.test(readFileSync(`addin/${path}`, 'utf8')))).toEqual([]);
});
