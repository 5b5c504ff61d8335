import { readdirSync, readFileSync } from 'node:fs';

const suites = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && path !== 'fresh-inputs.test.ts' && path !== 'support/properties.ts')
  .map((path) => ({ path, text: readFileSync(`tests/${path}`, 'utf8') }))
  .filter(({ text }) => text.includes('fc.'));

// docs/decisions/2026-12-01-once-more-alone.md
test('every property draws what tests/support/properties.ts says: the same in each run, other inputs for the night', () => {
  expect(suites.length).toBeGreaterThan(40);
  // A sample may be one and the same: nothing is claimed of all inputs then.
  const isOnItsOwn = /from 'fast-check'|^(?!.*sample).*numRuns.*\bseed: \d/m;
  expect(suites.filter(({ text }) => isOnItsOwn.test(text)).map(({ path }) => path)).toEqual([]);
});
