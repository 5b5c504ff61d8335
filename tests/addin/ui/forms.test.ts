import { readdirSync, readFileSync } from 'node:fs';

// What the browser itself says of an empty or a wrong field it says in its own language, not in the page's.

const sources = readdirSync('addin', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => ({ name, text: readFileSync(`addin/${name}`, 'utf8') }));

test('no form leaves it to the browser to say what is missing', () => {
  const forms = sources.flatMap(({ name, text }) => [...text.matchAll(/<form\b[^>]*?>/gs)].map(([tag]) => ({ name, tag })));
  expect(forms.length).toBeGreaterThan(2);
  expect(forms.filter(({ tag }) => !tag.includes('noValidate'))).toEqual([]);
});
