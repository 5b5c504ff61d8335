import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { ROUTES } from '../../contract/routes.ts';
import { RULES } from '../../core/rules/rules.ts';

// What docs/architecture.md says under "Add a …" is the whole of it: a place that it forgets fails here.
const text = (path: string) => readFileSync(path, 'utf8');
const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx'], { encoding: 'utf8' }).trim().split('\n').filter(existsSync);
const contract = text('docs/contract.md');

/** The page of the contract writes a path whole, or its end behind another: `…/versions`. */
const waysToWrite = (path: string): string[] => [path, ...[...path.matchAll(/\//g)].map(({ index }) => `…${path.slice(index)}`)];

test('nobody but its own file names a rule; the demo makes one mistake, and a problem of the wire has the name of another', () => {
  const ids = RULES.map(({ id }) => id).filter((id) => !['formula', 'not-a-workbook', 'count-as-text'].includes(id));
  const named = files
    .filter((path) => !/^(?:tests|core\/rules)\//.test(path))
    .flatMap((path) => ids.filter((id) => text(path).includes(`'${id}'`)).map((id) => `${path} ${id}`));
  expect(named).toEqual([]);
  expect(ids.length).toBeGreaterThan(60);
});

test('a route has its file, its handler, its request in the test of rights and its place in the contract', () => {
  const [list, handlers, rights] = ['contract/routes.ts', 'functions/http/handlers.ts', 'tests/functions/http/rights-table.test.ts'].map(
    text,
  );
  for (const { id, path } of ROUTES) {
    expect([id, handlers?.includes(`${id}:`) || handlers?.includes(` ${id},`)]).toEqual([id, true]);
    expect([id, rights?.includes(`${id}: {`)]).toEqual([id, true]);
    expect([path, waysToWrite(path.replace('{version}', '{n}')).some((way) => contract.includes(way))]).toEqual([path, true]);
  }
  const routes = files.filter((path) => path.startsWith('contract/routes/')).map((path) => `./${path.slice('contract/'.length)}`);
  expect(routes.filter((path) => !list?.includes(path))).toEqual([]);
});

test('a page is built from its folder and visited with every other', () => {
  const pages = [...text('tools/build-pages.mjs').matchAll(/^ {2}'([a-z-]*\/?)': '(addin\/[a-z/]+)',$/gm)];
  const visited = text('tests/addin/web/every-page.test.ts');
  expect(pages.length).toBeGreaterThan(4);
  for (const [, path, folder] of pages)
    expect([path, existsSync(`${folder}/index.html`), existsSync(`${folder}/main.tsx`), visited.includes(`'/${path}'`)]).toEqual([
      path,
      true,
      true,
      true,
    ]);
});
