import { readdirSync } from 'node:fs';
import { pagesOf } from '../../../host/node/pages.ts';

const keeping = (pages: ReturnType<typeof pagesOf>, path: string) => {
  const { status, headers } = pages(path, 'GET', {});
  return [status, headers['cache-control']];
};

test('every picture of the ribbon may be kept by Office, and a page is asked for anew each time', () => {
  const pages = pagesOf({ '/': 'tests/host/node/some-pages', '/icons/': 'addin/icons' }, { microsoft: false });
  const pictures = readdirSync('addin/icons').map((name) => keeping(pages, `/icons/${name}`));
  expect(new Set(pictures.map((one) => one.join()))).toEqual(new Set(['200,public, max-age=604800']));
  expect(keeping(pages, '/')).toEqual([200, 'no-cache']);
});
