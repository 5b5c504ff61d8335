import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const listed = (...patterns: string[]): string[] =>
  execFileSync('git', ['ls-files', ...patterns], { encoding: 'utf8' })
    .trim()
    .split('\n');

const guides = listed('docs/huong-dan/*.md');
const sources = listed(
  'addin/*.ts',
  'addin/*.tsx',
  'cli/*.ts',
  'core/*.ts',
  'demo/*.ts',
  'functions/*.ts',
  'host/*.ts',
  'templates/*.ts',
  'seeds/*.json',
  'manifest.xml',
)
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

/** Said of what people do with what a screen shows, or put together there with a number. */
const SAID_OTHERWISE = new Set(['Trả lại kèm ý kiến']);
/** An example of somebody's own words, or with a part left open. */
const EXAMPLE = /[\d…,]/;

test.each(guides)('whatever %s quotes from a screen stands on one', (guide) => {
  const quoted = [...readFileSync(guide, 'utf8').matchAll(/“([^”]+)”/g)].map(([, words = '']) => words);
  const asked = quoted.filter((words) => !EXAMPLE.test(words) && !SAID_OTHERWISE.has(words));
  expect(asked.filter((words) => !sources.includes(words))).toEqual([]);
});
