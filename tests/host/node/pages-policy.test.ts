import { pagesOf } from '../../../host/node/pages.ts';
import { policyOf, signInWaysOf } from '../../../host/node/pages-policy.ts';

const SIGN_IN = 'https://login.microsoftonline.com';
const policy = (pathname: string, microsoft: boolean): string => policyOf(pathname, { microsoft })['content-security-policy'] ?? '';
const sources = (pathname: string, microsoft: boolean, directive: string) =>
  policy(pathname, microsoft)
    .split('; ')
    .find((one) => one.startsWith(`${directive} `))
    ?.split(' ')
    .slice(1);

test('pane and desk may reach Microsoft’s sign-in only where the service takes it, and no other page ever', () => {
  expect(sources('/pane/', true, 'connect-src')).toEqual(["'self'", 'https://appsforoffice.microsoft.com', SIGN_IN]);
  expect(sources('/pane/', false, 'connect-src')).toEqual(["'self'", 'https://appsforoffice.microsoft.com']);
  expect(sources('/desk/', true, 'connect-src')).toEqual(["'self'", SIGN_IN]);
  expect(sources('/desk/', false, 'connect-src')).toEqual(["'self'"]);
  expect(policy('/desk/', true).replace(` ${SIGN_IN}`, '')).toBe(policy('/desk/', false));
  for (const page of ['/', '/dang-nhap/', '/xac-minh/', '/cong-khai/']) expect(policy(page, true)).toBe(policy(page, false));
  expect(policy('/', true)).not.toContain(SIGN_IN);
});

test('signing in with Microsoft gives nobody else’s program, and a frame to Microsoft’s sign-in alone', () => {
  for (const directive of ['script-src', 'default-src', 'frame-ancestors'])
    expect(sources('/pane/', true, directive)).toEqual(sources('/pane/', false, directive));
  expect(sources('/pane/', true, 'frame-src')).toEqual(["'self'", SIGN_IN]);
  expect(policy('/pane/', false)).not.toContain('frame-src');
  expect(policy('/pane/', true)).not.toContain('unsafe');
});

test('every page but the pane and where a window of Microsoft’s comes back to is parted from whoever opened it', () => {
  const opener = (pathname: string) => policyOf(pathname, { microsoft: true })['cross-origin-opener-policy'];
  expect(['/', '/desk/', '/assets/x.js', '/dang-nhap/', '/pane/'].map(opener)).toEqual([
    'same-origin',
    'same-origin',
    'same-origin',
    undefined,
    undefined,
  ]);
});

test('the service takes it where PHULUC_ENTRA says something', () => {
  const ways = [{}, { PHULUC_ENTRA: '' }, { PHULUC_ENTRA: ' \n' }, { PHULUC_ENTRA: '{"tenant":"…"}' }].map(signInWaysOf);
  expect(ways.map(({ microsoft }) => microsoft)).toEqual([false, false, false, true]);
});

test('a page says itself that the service takes Microsoft’s sign-in, and is another to a browser that keeps it', () => {
  const page = (microsoft: boolean) => pagesOf({ '/': 'tests/host/node/some-pages' }, { microsoft })('/', 'GET', {});
  const [marked, plain] = [page(true), page(false)];
  expect([marked, plain].map(({ body }) => String(body).includes('<html data-microsoft lang="vi">'))).toEqual([true, false]);
  expect(marked.headers.etag).not.toBe(plain.headers.etag);
});
